using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>Reads what a person asks for as a correction, and says what is wrong with it. Its wording keeps to the rules of a definition's.</summary>
public static class CorrectionRules
{
    /// <summary>The most entries of one correction.</summary>
    public const int MostEntries = 10_000;

    // As a sheet of entries has it.
    private const int LongestName = 500;

    // Of a list of thousands that is wrong altogether, the first say enough.
    private const int MostFaults = 20;

    private const string OfLetter = "letter.";
    private const string OfEnclosures = "enclosures.passed";

    /// <summary>Reads a request, in the one spelling of definitions.</summary>
    /// <param name="json">A JSON document in UTF-8.</param>
    /// <param name="definition">The cycle's definition.</param>
    /// <exception cref="InvalidDefinitionException">It is not such a request, or breaks a rule.</exception>
    public static CorrectionRequest Read(ReadOnlySpan<byte> json, CycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var document = CycleDefinitionReader.Parse(json);
        if (JsonShape.Faults(document, typeof(CorrectionRequest)) is { Count: > 0 } shape)
        {
            throw new InvalidDefinitionException(
            [
                .. shape.Select(fault => fault.What.Code == "missing" ? fault with { What = Coded("missing", CorrectionTexts.Missing) } : fault)
                    .Take(MostFaults),
            ]);
        }
        var request = Spelled(System.Text.Json.JsonSerializer.Deserialize<CorrectionRequest>(document, AwardJson.Options)!, definition);
        return Faults(request, definition).Take(MostFaults).ToList() is { Count: > 0 } faults ? throw new InvalidDefinitionException(faults) : request;
    }

    private static IEnumerable<DefinitionFault> Faults(CorrectionRequest request, CycleDefinition definition)
    {
        if (request.Entries.Count is 0 or > MostEntries)
        {
            yield return Fault("entries", CorrectionTexts.NoEntries(MostEntries));
        }
        foreach (var fault in CycleDefinitionReader.Check(request.On(definition)).Select(Own).OfType<DefinitionFault>())
        {
            yield return fault;
        }
        if (request.Date < definition.Letter.Date)
        {
            yield return Fault("date", CorrectionTexts.TooEarly(definition.Letter.Date));
        }
        foreach (var (index, code) in Twice(request.Entries))
        {
            yield return Fault(At("entries", index), CorrectionTexts.EntryTwice(code));
        }
        foreach (var (index, document) in (request.Documents ?? []).Index().Where(each => !Others().Contains(each.Item, StringComparer.Ordinal)))
        {
            yield return Fault(At("documents", index), CorrectionTexts.UnknownDocument(document, string.Join(", ", Others())));
        }
        foreach (var fault in (request.Names ?? []).Index().SelectMany(each => Faults(At("names", each.Index), each.Item, request)))
        {
            yield return fault;
        }
        foreach (var (index, code) in Twice([.. (request.Names ?? []).Select(names => names.EntryCode)]))
        {
            yield return Fault(At("names", index), CorrectionTexts.EntryTwice(code));
        }
    }

    private static IEnumerable<DefinitionFault> Faults(string place, CorrectedNames names, CorrectionRequest request)
    {
        if (!request.Entries.Contains(names.EntryCode))
        {
            yield return Fault($"{place}.entryCode", CorrectionTexts.NotChosen(names.EntryCode));
        }
        foreach (var (member, text) in new[]
        {
            ("project", names.Project), ("organisation", names.Organisation), ("addressee", names.Addressee), ("province", names.Province),
        })
        {
            if (text is not null && (string.IsNullOrWhiteSpace(text) ? DefinitionTexts.Blank
                : text.Length > LongestName ? DefinitionTexts.Longer(LongestName)
                : text.Any(char.IsControl) ? DefinitionTexts.ControlCharacters
                : LetterCharacters.Missing(text) is { } missing ? DefinitionTexts.NotInFont(missing) : (CodedText?)null) is { } fault)
            {
                yield return new DefinitionFault($"{place}.{member}", fault);
            }
        }
    }

    // What is wrong with the wording, by the request's own members; the rest of the definition is not this request's.
    private static DefinitionFault? Own(DefinitionFault fault)
    {
        if (!fault.Place.StartsWith(OfLetter, StringComparison.Ordinal))
        {
            return fault.Place.StartsWith("certificate", StringComparison.Ordinal) ? fault : null;
        }
        var place = fault.Place[OfLetter.Length..];
        return place.StartsWith(OfEnclosures, StringComparison.Ordinal) ? fault with { Place = $"enclosures{place[OfEnclosures.Length..]}" }
            : place.Split('.', '[')[0] is "number" or "firstNumber" or "date" or "subject" or "opening" or "closing" ? fault with { Place = place } : null;
    }

    private static CorrectionRequest Spelled(CorrectionRequest request, CycleDefinition definition)
    {
        var spelled = DefinitionSpelling.Of(request.On(definition));
        return request with
        {
            Number = spelled.Letter.Number,
            Subject = request.Subject is null ? null : spelled.Letter.Subject,
            Opening = spelled.Letter.Opening,
            Closing = spelled.Letter.Closing,
            Enclosures = request.Enclosures is null ? null : spelled.Letter.Enclosures.Passed,
            Certificate = request.Certificate is null ? null : spelled.Certificate,
            Names = request.Names is null
                ? null
                : [.. request.Names.Select(names => names with
                {
                    Project = Line(names.Project),
                    Organisation = Line(names.Organisation),
                    Addressee = Line(names.Addressee),
                    Province = Line(names.Province),
                })],
        };
    }

    private static string? Line(string? text) => text is null ? null : WrittenText.Line(text);

    private static IReadOnlyList<string> Others() =>
        [.. LetterStore.Documents.Where(document => document != LetterDocument.Letter).Select(LetterStore.FileName)];

    private static IEnumerable<(int Index, EntryCode Code)> Twice(IReadOnlyList<EntryCode> codes)
    {
        var seen = new HashSet<EntryCode>();
        return codes.Index().Where(each => !seen.Add(each.Item)).Select(each => (each.Index, each.Item));
    }

    private static string At(string member, int index) => string.Create(CultureInfo.InvariantCulture, $"{member}[{index}]");

    private static DefinitionFault Fault(string place, BilingualText text) => new(place, Coded(InvalidDefinitionException.Invalid, text));

    private static CodedText Coded(string code, BilingualText text) => new(code, text);
}
