using System.Globalization;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Looks a cycle over before it is opened, and while it is open: what it lacks, and what is odd though it is allowed.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">Its entries.</param>
/// <param name="time">The clock.</param>
public sealed partial class SetupCheck(CycleStore cycles, AcceptedRows accepted, TimeProvider time)
{
    private const int BuddhistEra = 543;
    private const int OldLetterDays = 30;
    private const int FarDays = 366;
    private const int EarliestHour = 7;
    private const int LatestHour = 20;
    private const int FewJudges = 3;
    private const int MostNamed = 5;
    private const int MostBlind = 50;
    private const decimal UsualTotal = 100;
    private static readonly TimeSpan Bangkok = TimeSpan.FromHours(7);

    /// <summary>All that is found, in the order of the definition's parts.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<SetupReport> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var draft = await cycles.DraftAsync(cycle, cancellationToken);
        var entries = cycle.Entries == 0 ? [] : await accepted.EntriesAsync(cycle, cancellationToken);
        var definition = draft.Definition with { ClosesAt = cycle.ClosesAt };
        var faulty = draft.Faults.Select(fault => fault.Place).ToHashSet(StringComparer.Ordinal);
        // What is missing is not odd as well.
        var odd = Oddities(definition, cycle, entries).Where(each => !faulty.Contains(each.Place)).ToList();
        return new SetupReport(draft.Faults, [.. odd, .. await BroughtUpAsync(cycle, draft, cancellationToken)]);
    }

    // Each year that was changed by itself, until somebody opens the cycle or writes the text anew.
    private async Task<IEnumerable<DefinitionFault>> BroughtUpAsync(Cycle cycle, DefinitionDraft draft, CancellationToken cancellationToken)
    {
        var first = cycle.IsDraft ? await cycles.ChangesAsync(cycle, cancellationToken).FirstOrDefaultAsync(cancellationToken) : null;
        if (first is not { Kind: DefinitionChangeKind.Created, Detail: { } detail } || detail.Split(';') is not [var before, .. var places])
        {
            return [];
        }
        var texts = NewDefinition.TextsOf(draft.Document);
        var year = draft.Definition.Year.ToString(CultureInfo.InvariantCulture);
        return places.Where(place => texts.TryGetValue(place, out var text) && InArabic(text).Contains(year, StringComparison.Ordinal))
            .Select(place => new DefinitionFault(place, SetupCheckTexts.YearBroughtUp(int.Parse(before, CultureInfo.InvariantCulture), draft.Definition.Year)));
    }

    private IEnumerable<DefinitionFault> Oddities(CycleDefinition definition, Cycle cycle, IReadOnlyList<Entry> entries) =>
    [
        .. Dates(definition, cycle),
        .. Scoring(definition),
        .. Judges(definition, entries),
        .. Words(definition),
        .. Pictures(cycle),
        .. Entries(entries, cycle),
        .. Blind(definition, entries),
        .. Sending(definition),
    ];

    private IEnumerable<DefinitionFault> Dates(CycleDefinition definition, Cycle cycle)
    {
        var now = time.GetUtcNow().ToOffset(Bangkok);
        var closesAt = definition.ClosesAt.ToOffset(Bangkok);
        if (Math.Abs(definition.Year - (now.Year + BuddhistEra)) > 1)
        {
            yield return new("year", SetupCheckTexts.Year(definition.Year, now.Year + BuddhistEra));
        }
        if (cycle.IsDraft && closesAt <= now)
        {
            yield return new("closesAt", SetupCheckTexts.ClosingPassed);
        }
        else if (closesAt.Hour is < EarliestHour or >= LatestHour)
        {
            yield return new("closesAt", SetupCheckTexts.ClosingAtNight(closesAt.ToString("HH:mm", CultureInfo.InvariantCulture)));
        }
        else if (closesAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            yield return new("closesAt", SetupCheckTexts.ClosingAtWeekend);
        }
        if (closesAt > now.AddDays(FarDays))
        {
            yield return new("closesAt", SetupCheckTexts.ClosingFar);
        }
        var (date, today) = (definition.Letter.Date, DateOnly.FromDateTime(now.Date));
        if (date < today.AddDays(-OldLetterDays))
        {
            yield return new("letter.date", SetupCheckTexts.LetterOld(today.DayNumber - date.DayNumber));
        }
        else if (date < DateOnly.FromDateTime(closesAt.Date))
        {
            yield return new("letter.date", SetupCheckTexts.LetterBeforeClosing);
        }
    }

    private static IEnumerable<DefinitionFault> Scoring(CycleDefinition definition)
    {
        var total = definition.HighestTotal();
        if (total > 0 && total != UsualTotal)
        {
            yield return new("rubric", SetupCheckTexts.Total(total));
        }
        if (definition.PassMark == 0 || (total > 0 && definition.PassMark == total))
        {
            yield return new("passMark", SetupCheckTexts.PassMark(definition.PassMark));
        }
        if (definition.Approval == Approval.None)
        {
            yield return new("approval", SetupCheckTexts.NoApproval);
        }
    }

    private static IEnumerable<DefinitionFault> Judges(CycleDefinition definition, IReadOnlyList<Entry> entries)
    {
        if (definition.Judges is not { } judges)
        {
            yield return new("judges", SetupCheckTexts.JudgesUnnamed);
            yield break;
        }
        if (definition.Average == AverageMethod.TrimmedMean && judges.Count is > 0 and < FewJudges)
        {
            yield return new("average", SetupCheckTexts.TooFewToTrim(judges.Count));
        }
        var without = judges.Count(judge => judge.Email is null);
        if (without > 0)
        {
            yield return new("judges", SetupCheckTexts.JudgesWithoutEmail(without));
        }
        var known = entries.Select(entry => entry.Code).ToHashSet();
        for (var i = 0; i < judges.Count && known.Count > 0; i++)
        {
            if (judges[i].MayNotScore.Where(code => !known.Contains(code)).Take(MostNamed).ToList() is { Count: > 0 } unknown)
            {
                yield return new(
                    string.Create(CultureInfo.InvariantCulture, $"judges[{i}].mayNotScore"), SetupCheckTexts.UnknownEntries(string.Join(", ", unknown)));
            }
        }
    }

    private static IEnumerable<DefinitionFault> Words(CycleDefinition definition)
    {
        foreach (var (place, text) in new[]
        {
            ("title", definition.Title), ("letter.number", definition.Letter.Number), ("letter.subject", definition.Letter.Subject),
        })
        {
            var years = AnyYear().Matches(InArabic(text)).Select(year => int.Parse(year.ValueSpan, CultureInfo.InvariantCulture)).ToList();
            if (years.Count > 0 && !years.Contains(definition.Year))
            {
                yield return new(place, SetupCheckTexts.OtherYear(years[0], definition.Year));
            }
        }
        foreach (var (place, text) in new[]
        {
            ("organiser.phone", definition.Organiser.Phone), ("organiser.address", definition.Organiser.Address),
            ("organiser.sarabanEmail", definition.Organiser.SarabanEmail),
            ("letter.signatory.name", definition.Letter.Signatory.Name),
        })
        {
            if (text.Contains("ตัวอย่าง", StringComparison.Ordinal) || text.EndsWith(".example", StringComparison.OrdinalIgnoreCase)
                || text == NewDefinition.Sample.Definition.Organiser.Phone)
            {
                yield return new(place, SetupCheckTexts.OfTheSample);
            }
        }
        if (definition.Letter.Enclosures.Passed.Count == 0)
        {
            yield return new("letter.enclosures.passed", SetupCheckTexts.NoEnclosures);
        }
    }

    private static IEnumerable<DefinitionFault> Pictures(Cycle cycle)
    {
        if (cycle.EmblemBlob is null)
        {
            yield return new("emblem", SetupCheckTexts.NoEmblem);
        }
        if (cycle.SignatureBlob is null)
        {
            yield return new("signature", SetupCheckTexts.NoSignature);
        }
    }

    private static IEnumerable<DefinitionFault> Entries(IReadOnlyList<Entry> entries, Cycle cycle)
    {
        if (cycle.IsDraft)
        {
            yield break;
        }
        if (entries.Count == 0)
        {
            yield return new("entries", SetupCheckTexts.NoEntries);
            yield break;
        }
        if (entries.All(entry => entry.Phone is null))
        {
            yield return new("entries", SetupCheckTexts.NoPhoneColumn);
        }
        if (entries.Where(entry => entry.SarabanEmail.Length == 0).Select(entry => entry.Code.Text).ToList() is { Count: > 0 } lacking)
        {
            yield return new("entries", SetupCheckTexts.NoAddress(lacking.Count, string.Join(", ", lacking.Take(MostNamed))));
        }
        if (entries.Where(entry => entry is { SarabanEmail: "", PostalAddress: null }).Select(entry => entry.Code.Text).ToList() is { Count: > 0 } nowhere)
        {
            yield return new("entries", SetupCheckTexts.NoPostalAddress(nowhere.Count, string.Join(", ", nowhere.Take(MostNamed))));
        }
        var shared = entries.Where(entry => entry.SarabanEmail.Length > 0).GroupBy(entry => entry.SarabanEmail, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Select(entry => entry.Organisation).Distinct(StringComparer.Ordinal).Skip(1).Any()).Select(same => same.Key).ToList();
        if (shared.Count > 0)
        {
            yield return new("entries", SetupCheckTexts.SharedAddress(shared.Count, shared[0]));
        }
    }

    private static IEnumerable<DefinitionFault> Blind(CycleDefinition definition, IReadOnlyList<Entry> entries)
    {
        if (!definition.JudgingOrUsual().Blind)
        {
            yield break;
        }
        var names = new BlindNames(entries);
        if (entries.Where(BlindNames.InTitle).Select(entry => entry.Code.Text).ToList() is { Count: > 0 } titles)
        {
            yield return new("entries", SetupCheckTexts.TitlesNameOrganisations(titles.Count, string.Join(", ", titles.Take(MostBlind))));
        }
        if (entries.Where(names.InLink).Select(entry => entry.Code.Text).ToList() is { Count: > 0 } links)
        {
            yield return new("entries", SetupCheckTexts.LinksNameOrganisations(links.Count, string.Join(", ", links.Take(MostBlind))));
        }
    }

    private static IEnumerable<DefinitionFault> Sending(CycleDefinition definition)
    {
        if (definition.ReceiptsOrUsual() is { Reminders: > 0 } rules && rules.RemindAfterDays * (rules.Reminders + 1) > rules.ClosesReceiptsAfterDays)
        {
            yield return new("receipts.closesReceiptsAfterDays", SetupCheckTexts.RemindersAfterEnd);
        }
    }

    private static string InArabic(string text) => string.Concat(text.Select(c => c is >= '๐' and <= '๙' ? (char)('0' + (c - '๐')) : c));

    [GeneratedRegex(@"(?<!\d)2[5-6]\d{2}(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AnyYear();
}
