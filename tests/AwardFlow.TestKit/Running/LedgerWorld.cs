using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.TestKit;

/// <summary>A delivery ledger in embedded storage, with letters of which only their first bytes are real.</summary>
internal sealed class LedgerWorld : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public LedgerWorld(TimeProvider time)
    {
        _storage = EmbeddedStorage.Open(_folder.Of("data"));
        Ledger = new DeliveryLedger(_storage, time, NullLogger<DeliveryLedger>.Instance);
        Clock = new ClockWatch(new SteadyClock(time, TimeSpan.FromDays(7)), _storage, new ClockSettings(), NullLogger<ClockWatch>.Instance);
        Cycles = new CycleStore(_storage);
        Results = new ResultsStore(_storage);
        Journals = new JournalTrail(_storage, Results, time);
        Letters = new LetterStore(_storage);
        var pictures = new LetterPictureStore(_storage, Cycles, time);
        Corrections = new CorrectionStore(_storage, Cycles, Results, pictures);
        Documents = new LetterDocuments(Cycles, Results, pictures, Letters, Corrections, new TrailWriter(_storage.Rows), time);
    }

    public IStorage Storage => _storage;

    /// <summary>The path of something in the data folder.</summary>
    public string FileOf(string name) => _folder.Of(["data", .. name.Split('/')]);

    public DeliveryLedger Ledger { get; }

    public ClockWatch Clock { get; }

    public CycleStore Cycles { get; }

    public ResultsStore Results { get; }

    public JournalTrail Journals { get; }

    public LetterStore Letters { get; }

    public CorrectionStore Corrections { get; }

    public LetterDocuments Documents { get; }

    /// <summary>Enters letters on a page of their own.</summary>
    public async Task EnterAsync(CycleId cycle, int page, params string[] codes)
    {
        foreach (var code in codes)
        {
            foreach (var document in LetterStore.Documents)
            {
                await Letters.WriteAsync(cycle, EntryCode.Parse(code), document, "%PDF"u8.ToArray(), CancellationToken.None);
            }
        }
        await Ledger.EnterAsync(
            cycle,
            page,
            [.. codes.Select(code => LetterDelivery.Of(cycle, EntryCode.Parse(code)) with { Page = page, Address = "saraban@entrant.example" })],
            CancellationToken.None);
    }

    public void Dispose()
    {
        Clock.Dispose();
        _storage.Dispose();
        _folder.Dispose();
    }
}
