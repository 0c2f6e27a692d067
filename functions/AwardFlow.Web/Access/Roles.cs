namespace AwardFlow.Web.Access;

/// <summary>What a caller may do. Every role may read.</summary>
public static class Roles
{
    /// <summary>Creates cycles, uploads, closes and extends.</summary>
    public const string Operator = "Operator";

    /// <summary>Releases letters.</summary>
    public const string Approver = "Approver";
}
