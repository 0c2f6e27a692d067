namespace AwardFlow.Intake;

/// <summary>Whence scores came.</summary>
public enum UploadSource
{
    /// <summary>The judge typed them on the judge's page and submitted them, or declined an entry there.</summary>
    Page,

    /// <summary>The secretary typed them from paper and submitted them.</summary>
    Paper,

    /// <summary>The judge typed them and did not submit; the secretary closed with what was there.</summary>
    Unsubmitted,

    /// <summary>A sheet that was uploaded. It is said of an upload and never stored: earlier versions stored none.</summary>
    Sheet,
}
