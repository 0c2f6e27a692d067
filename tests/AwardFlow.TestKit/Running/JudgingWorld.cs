using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Workflow;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.TestKit;

/// <summary>A cycle that judges score, in embedded storage: the product's own services, without a server.</summary>
internal sealed class JudgingWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;
    private readonly ServiceProvider _services;

    public JudgingWorld(TimeProvider time, params (string Name, string Value)[] more)
    {
        _storage = EmbeddedStorage.Open(_folder.Of("data"));
        Faults = new FaultyStorage(_storage);
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
            [
                new("Mail:Outbox", _folder.Of("outbox")),
                new("Receipts:BaseUrl", "https://award.example.go.th"),
                .. more.Select(each => new KeyValuePair<string, string?>(each.Name, each.Value)),
            ]).Build();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton(time)
            .AddSingleton<ICycleEngine, NoEngine>()
            .AddAwardFlow(Faults, settings).BuildServiceProvider();
    }

    public static Actor Officer { get; } = new("key:malee", "malee", From: null);

    public IStorage Storage => Faults;

    /// <summary>The same, which fails as a test says.</summary>
    public FaultyStorage Faults { get; }

    public string Outbox => _folder.Of("outbox");

    public CycleStore Cycles => Get<CycleStore>();

    public JudgeDesk Desk => Get<JudgeDesk>();

    public JudgingCommands Commands => Get<JudgingCommands>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens a cycle with entries.</summary>
    public async Task<CycleId> OpenAsync(CycleDefinition definition, int entries = 3)
    {
        await Cycles.CreateAsync(definition, CancellationToken.None);
        await UploadAsync(definition.Id, UploadKind.Entries, TestSheets.Entries(TestSheets.Codes(entries)));
        return definition.Id;
    }

    public async Task UploadAsync(CycleId id, UploadKind kind, byte[] sheet)
    {
        using var content = new MemoryStream(sheet);
        var result = await Get<CycleCommands>().UploadAsync(id, kind, new UploadedFile(content, null, Officer, new UploadOptions()), CancellationToken.None);
        Assert.NotNull(result.Accepted);
    }

    /// <summary>Makes a judge's link.</summary>
    /// <returns>Its token.</returns>
    public async Task<string> LinkAsync(CycleId id, string judge)
    {
        var made = await Get<JudgeLinkDesk>().MakeAsync(id, [judge], Officer, CancellationToken.None);
        return Get<JudgeLinks>().For(made.Single().Seat).Fragment[1..];
    }

    /// <summary>Saves a judge's scores of an entry for the criteria A, B and C.</summary>
    public async Task<JudgeSitting> SaveAsync(string token, string entry, params string?[] points)
    {
        var sitting = await Desk.OpenAsync(token, CancellationToken.None) ?? throw new InvalidOperationException("The link opens nothing.");
        return (await Desk.SaveAsync(
            sitting, EntryCode.Parse(entry), Typed(points), await TagAsync(sitting, entry), typedBy: null, CancellationToken.None)).Sitting;
    }

    /// <summary>What a page that just got an entry shows.</summary>
    public async Task<string> TagAsync(JudgeSitting sitting, string entry)
    {
        var found = sitting.Find(EntryCode.Parse(entry))!;
        return sitting.TagOf(found, await Desk.DraftAsync(sitting, found, CancellationToken.None));
    }

    /// <summary>Takes back what a judge submitted.</summary>
    public async Task TakeBackAsync(string token)
    {
        var sitting = await Desk.OpenAsync(token, CancellationToken.None) ?? throw new InvalidOperationException("The link opens nothing.");
        await Commands.TakeBackAsync(sitting, JudgingCommands.ActorOf(sitting, from: null), CancellationToken.None);
    }

    /// <summary>Sends an entry back to a judge.</summary>
    public async Task ReturnAsync(CycleId id, string judge, string entry) => await Commands.ReturnAsync(
        await Desk.OpenAsync(id, judge, CancellationToken.None),
        EntryCode.Parse(entry),
        "เหตุใดจึงให้คะแนนเพียงเท่านี้",
        new Actor("key:chair", "ประธาน", null),
        CancellationToken.None);

    /// <summary>How far a judge is.</summary>
    public async Task<JudgeProgress> ProgressAsync(CycleId id, string judge) =>
        await Desk.ProgressAsync(await Desk.OpenAsync(id, judge, CancellationToken.None), CancellationToken.None);

    /// <summary>Submits what a judge typed.</summary>
    public async Task<Upload> SubmitAsync(string token, string? confirm = null, bool overSheets = false)
    {
        var sitting = await Desk.OpenAsync(token, CancellationToken.None) ?? throw new InvalidOperationException("The link opens nothing.");
        return await Commands.SubmitAsync(
            sitting, UploadSource.Page, sitting.Tag, confirm, overSheets, JudgingCommands.ActorOf(sitting, from: null), CancellationToken.None);
    }

    /// <summary>Submits what a judge typed, and confirms what is asked about it.</summary>
    /// <returns>What was asked.</returns>
    public async Task<SheetDoubts> SubmitConfirmedAsync(string token)
    {
        var asked = await Assert.ThrowsAsync<IncompleteSheetException>(() => SubmitAsync(token));
        await SubmitAsync(token, asked.Confirm);
        return asked.Doubts;
    }

    public static TypedScores Typed(params string?[] points) =>
        new(points.Zip(["A", "B", "C"], (given, criterion) => KeyValuePair.Create(criterion, given)).ToDictionary(StringComparer.Ordinal), null, null, null);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _storage.Dispose();
        _folder.Dispose();
    }

    private sealed class NoEngine : ICycleEngine
    {
        public Task StartAsync(CycleId cycleId, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SignalAsync(CycleId cycleId, string signal, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task SendLetterAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CorrectAsync(CycleId cycleId, int number, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task PurgeAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
