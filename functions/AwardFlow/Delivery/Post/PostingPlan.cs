using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>
/// What a list of postings comes to beside what is recorded: which letters change, which rows are wrong, and which numbers
/// would be lost. Numbers are looked at as they all are afterwards, so two letters may change theirs.
/// </summary>
internal sealed class PostingPlan
{
    private const int ConfirmLength = 16;

    private readonly Cycle _cycle;
    private readonly DateTimeOffset _now;
    private readonly List<PostedLettersException.Bad> _bad = [];
    private readonly List<(LetterDelivery Row, Posted Said)> _good = [];
    private readonly List<PostingChange> _lost = [];

    private PostingPlan(Cycle cycle, DateTimeOffset now) => (_cycle, _now) = (cycle, now);

    /// <summary>Rows that are wrong.</summary>
    public IReadOnlyList<PostedLettersException.Bad> Bad => _bad;

    /// <summary>Letters of which something else is recorded, or nothing.</summary>
    public IEnumerable<(LetterDelivery Row, Posted Said)> Changes =>
        _good.Where(each => each.Row.Posting is not { } known || known.At != each.Said.At || known.TrackingNumber != each.Said.Number);

    /// <summary>Numbers that are recorded and would be others, or none.</summary>
    public IReadOnlyList<PostingChange> Lost => _lost;

    /// <summary>Works it out.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="rows">All its letters and corrections.</param>
    /// <param name="letters">The list.</param>
    /// <param name="now">The time.</param>
    public static PostingPlan Of(
        Cycle cycle, IReadOnlyDictionary<(EntryCode, int), LetterDelivery> rows, IReadOnlyList<PostedLetter> letters, DateTimeOffset now)
    {
        var plan = new PostingPlan(cycle, now);
        var places = new Dictionary<(EntryCode, int), int>();
        var named = letters.Select(letter => (letter.EntryCode, letter.Letter)).ToHashSet();
        // Those of letters that the list names are what the list says.
        var numbers = new Dictionary<string, EntryCode>(StringComparer.Ordinal);
        foreach (var ((entry, letter), row) in rows)
        {
            if (row.Posting?.TrackingNumber is { } number && !named.Contains((entry, letter)))
            {
                numbers[number] = entry;
            }
        }
        foreach (var (index, letter) in letters.Index())
        {
            var place = letter.Row > 0 ? letter.Row : index + 1;
            if (!rows.TryGetValue((letter.EntryCode, letter.Letter), out var row))
            {
                plan._bad.Add(new(place, "entryCode", letter.EntryCode.Text, PostingTexts.NoEntry));
            }
            else if (!places.TryAdd((letter.EntryCode, letter.Letter), place))
            {
                plan._bad.Add(new(place, "entryCode", letter.EntryCode.Text, PostingTexts.Twice(places[(letter.EntryCode, letter.Letter)])));
            }
            else if (!GoesByPost(row))
            {
                plan._bad.Add(new(place, "entryCode", letter.EntryCode.Text, PostingTexts.NotByPost(row.EntryCode)));
            }
            else
            {
                plan.Add(place, row, letter, numbers);
            }
        }
        return plan;
    }

    /// <summary>Confirms just what would be lost.</summary>
    public string Confirm() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _lost.Select(Line).Order(StringComparer.Ordinal)))))[..ConfirmLength];

    /// <summary>Names a number that would be lost.</summary>
    public static string Line(PostingChange change) => $"{change.EntryCode}|{change.Correction}|{change.From}|{change.To}";

    /// <summary>
    /// Whether a letter goes by post: it waits for it or was posted, whether it is received by now, as a recipient
    /// may say before it is written down; or it was called off before somebody wrote down that it had gone.
    /// </summary>
    public static bool GoesByPost(LetterDelivery row) =>
        row.IsOnPaper || row is { State: DeliveryState.Held, Why.Code: "cancelled", Address: "" };

    private void Add(int place, LetterDelivery row, PostedLetter letter, Dictionary<string, EntryCode> numbers)
    {
        string? number = null;
        void Wrong(string member, string value, BilingualText text) => _bad.Add(new(place, member, value, text));

        var day = Day(letter.PostedAt);
        if (day > Day(_now))
        {
            Wrong("postedAt", $"{letter.PostedAt:O}", PostingTexts.Ahead);
        }
        if (_cycle.ClosedAt is { } closed && day < Day(closed))
        {
            Wrong("postedAt", $"{letter.PostedAt:O}", PostingTexts.TooEarly(Day(closed)));
        }
        if (!string.IsNullOrWhiteSpace(letter.TrackingNumber))
        {
            if (!TrackingNumber.TryRead(letter.TrackingNumber, out var read, out var fault))
            {
                Wrong("trackingNumber", letter.TrackingNumber, PostingTexts.NotANumber(fault));
            }
            else if (!numbers.TryAdd(read, row.EntryCode))
            {
                Wrong("trackingNumber", letter.TrackingNumber, PostingTexts.Taken(numbers[read].Text));
            }
            else
            {
                number = read;
            }
        }
        _good.Add((row, new Posted(letter.PostedAt, number)));
        if (row.Posting?.TrackingNumber is { } known && known != number)
        {
            _lost.Add(new PostingChange(place, row.EntryCode.Text, Correction.NumberOf(row.Letter), known, number));
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(ThaiTime.Of(at).DateTime);

    /// <summary>What the list says of a letter.</summary>
    /// <param name="At">When it was posted.</param>
    /// <param name="Number">Its number as it is kept; null for none.</param>
    public sealed record Posted(DateTimeOffset At, string? Number);
}
