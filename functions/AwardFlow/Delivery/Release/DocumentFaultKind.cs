namespace AwardFlow.Delivery;

/// <summary>What is wrong with a document.</summary>
public enum DocumentFaultKind
{
    /// <summary>It is not there.</summary>
    DocumentMissing,

    /// <summary>Its bytes are others.</summary>
    DocumentAltered,

    /// <summary>The manifest, which has its hash, is missing or was altered.</summary>
    ManifestDamaged,

    /// <summary>The results that the letters come of are missing or were altered.</summary>
    ResultsDamaged,

    /// <summary>The definition that the letters come of is missing or was altered.</summary>
    DefinitionDamaged,
}
