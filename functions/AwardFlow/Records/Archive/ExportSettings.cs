using System.Globalization;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Records.Archive;

/// <summary>How long exports of rows are kept: the setting <c>Export__KeepDays</c>.</summary>
/// <param name="KeepDays">How many days, 0 to <see cref="MostDays"/>; 0: none are made.</param>
public sealed record ExportSettings(int KeepDays)
{
    /// <summary>As long as Azure keeps what was deleted, in infra/.</summary>
    public const int UsualDays = 14;

    /// <summary>They hold personal data: what a cycle erases is gone from its exports as late as this.</summary>
    public const int MostDays = 90;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingException">It is wrong.</exception>
    public static ExportSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Export:KeepDays"] switch
        {
            null or "" => new ExportSettings(UsualDays),
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays => new ExportSettings(days),
            var other => throw new SettingException(
                "Export__KeepDays", string.Create(CultureInfo.InvariantCulture, $"is '{other}'; it must be a number of days from 0 to {MostDays}.")),
        };
    }
}
