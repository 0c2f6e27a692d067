using System.Globalization;
using System.Runtime.CompilerServices;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Local.People;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Access;

namespace AwardFlow.Local;

/// <summary>The command <c>verify</c>: whether the trails of cycles, and of the installation, are as they were written.</summary>
internal static class VerifyCommand
{
    /// <summary>Says of each trail whether it is whole, and where not.</summary>
    /// <param name="data">The data folder, where no storage account is set.</param>
    /// <param name="cycle">The one cycle that is meant; null for all, and the installation.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <returns><see cref="ExitCode.Done"/> where all are whole, else <see cref="ExitCode.Failed"/>.</returns>
    /// <exception cref="UsageException">There is no such folder or cycle, or another AwardFlow uses the folder.</exception>
    public static async Task<int> RunAsync(DirectoryInfo data, string? cycle, CancellationToken cancellationToken)
    {
        var settings = LocalStorage.Settings();
        if (LocalStorage.IsAccount(settings))
        {
            return await VerifyAsync(StorageSettings.Connect(settings), data, cycle, cancellationToken);
        }
        LocalStorage.MustHoldData(data);
        using var folder = DataFolder.Open(data);
        using var storage = await LocalStorage.OpenAsync(folder, import: null, cancellationToken);
        return await VerifyAsync(storage, data, cycle, cancellationToken);
    }

    private static async Task<int> VerifyAsync(IStorage storage, DirectoryInfo data, string? cycle, CancellationToken cancellationToken)
    {
        var trails = new CycleTrails(storage, new CycleStore(storage), TimeProvider.System);
        var check = DocumentCheck.Over(storage);
        var areWhole = true;
        await foreach (var report in cycle is null ? trails.CheckAllAsync(cancellationToken) : OneAsync(trails, cycle, cancellationToken))
        {
            areWhole &= report.IsWhole;
            await WriteAsync(Lines(report));
            if (CycleId.TryParse(report.Of, out var id))
            {
                var documents = await check.OfAsync(id, cancellationToken);
                areWhole &= documents.IsWhole;
                await WriteAsync(Lines(documents));
            }
        }
        if (cycle is null)
        {
            areWhole &= await ArePeopleAsync(new PeopleList(data, TimeProvider.System), cancellationToken);
        }
        return areWhole ? ExitCode.Done : ExitCode.Failed;
    }

    // The list of people is a file of the folder, wherever the rest is kept.
    private static async Task<bool> ArePeopleAsync(PeopleList people, CancellationToken cancellationToken)
    {
        try
        {
            if (people.IsNone)
            {
                return true;
            }
            people.Finish();
            var report = await people.Trail.CheckAsync(cancellationToken);
            await WriteAsync(Lines(report));
            return report.IsWhole;
        }
        catch (PeopleFileException e)
        {
            await Console.Out.WriteLineAsync($"{PeopleTrail.Of}: NOT WHOLE, {e.Message}");
            return false;
        }
    }

    private static async Task WriteAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await Console.Out.WriteLineAsync(line);
        }
    }

    private static async IAsyncEnumerable<TrailReport> OneAsync(CycleTrails trails, string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!CycleId.TryParse(cycle, out var id))
        {
            throw new UsageException($"--cycle '{cycle}' is no cycle's id.");
        }
        TrailReport report;
        try
        {
            report = await trails.CheckAsync(id, cancellationToken);
        }
        catch (CycleNotFoundException)
        {
            throw new UsageException($"There is no cycle '{cycle}'.");
        }
        yield return report;
    }

    /// <summary>What is said of a trail.</summary>
    internal static IEnumerable<string> Lines(TrailReport report)
    {
        var (end, erased) = (report.End, report.Erased == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", values of {report.Erased} lines erased"));
        var stands = report.IsWhole ? "whole" : "NOT WHOLE";
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Of}: {stands}, {end.Lines} lines, {report.Rows} rows compared{erased}, sha256 {(end.Sha256.Length == 0 ? "none" : end.Sha256)}");
        foreach (var fault in report.Faults)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{report.Of}: line {fault.Number}: {Words(fault.Kind)}{(fault.Row is null ? "" : $" ({fault.Row})")}");
        }
    }

    /// <summary>What is said of a cycle's documents.</summary>
    internal static IEnumerable<string> Lines(DocumentReport report)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Cycle}: documents {(report.IsWhole ? "whole" : "NOT WHOLE")}, {report.Documents} compared, {report.Rounds} rounds");
        foreach (var fault in report.Faults)
        {
            var of = fault.Correction is { } correction ? $"correction {correction}" : $"round {fault.Round}";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Cycle}: {of}: {(fault.EntryCode is null ? "" : $"{fault.EntryCode} {fault.Document} ")}{Words(fault.Kind)}");
        }
    }

    private static string Words(DocumentFaultKind kind) => kind switch
    {
        DocumentFaultKind.DocumentMissing => "is missing",
        DocumentFaultKind.DocumentAltered => "was altered",
        DocumentFaultKind.ManifestDamaged => "the manifest is missing or was altered",
        DocumentFaultKind.ResultsDamaged => "the results are missing or were altered",
        DocumentFaultKind.DefinitionDamaged => "the definition is missing or was altered",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such fault."),
    };

    private static string Words(TrailFaultKind kind) => kind switch
    {
        TrailFaultKind.LineMissing => "is missing",
        TrailFaultKind.LineAltered => "was altered",
        TrailFaultKind.LineMoved => "stands where it was not written",
        TrailFaultKind.LineForged => "stands behind the trail's end",
        TrailFaultKind.EndSetBack => "does not fit what the cycle says of its trail: lines were cut off or written anew",
        TrailFaultKind.ValuesAltered => "its values were altered",
        TrailFaultKind.ValuesMissing => "its values are missing",
        TrailFaultKind.RowAltered => "a row that it tells of was altered, or is not as it says",
        TrailFaultKind.RowMissing => "a row that it tells of is missing",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such fault."),
    };
}
