namespace AwardFlow.Web.Access;

/// <summary>What a caller may do. A person may have several; which routes each opens stands in docs/access.md.</summary>
public static class Roles
{
    /// <summary>Creates cycles, uploads, closes and extends.</summary>
    public const string Operator = "Operator";

    /// <summary>Releases letters.</summary>
    public const string Approver = "Approver";

    /// <summary>Reads results and statistics, without addresses and telephone numbers; asks judges to look again, and changes nothing.</summary>
    public const string Chair = "Chair";

    /// <summary>Telephones recipients and records their receipts, and nothing else.</summary>
    public const string Desk = "Desk";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Operator, Approver, Chair, Desk];

    /// <summary>How they are written in settings and on the command line, for messages.</summary>
    public const string Written = "'operator', 'approver', 'chair' or 'desk'";

    /// <summary>Reads roles as people write them: in any case, several with commas between.</summary>
    /// <returns>The roles, each once; null where one is unknown, or there is none.</returns>
    public static IReadOnlyList<string>? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var roles = new List<string>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (All.FirstOrDefault(role => role.Equals(word, StringComparison.OrdinalIgnoreCase)) is not { } role)
            {
                return null;
            }
            roles.Add(role);
        }
        return [.. All.Where(roles.Contains)];
    }
}
