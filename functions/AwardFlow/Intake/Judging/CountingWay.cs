namespace AwardFlow.Intake.Judging;

/// <summary>Whose scores count where a sheet and a judge's page both have some: those that came later.</summary>
public enum CountingWay
{
    /// <summary>The sheet's.</summary>
    Sheet,

    /// <summary>The page's.</summary>
    Page,
}
