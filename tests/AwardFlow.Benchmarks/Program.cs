using System.CommandLine;
using AwardFlow.Benchmarks;
using AwardFlow.Letters;
using BenchmarkDotNet.Running;

var places = new Option<FileInfo>("--places")
{
    Description = "A csv file with the columns code, organisation, addressee, province, saraban_email",
    Required = true,
};
var entries = new Option<int>("--entries") { Description = "How many entries", DefaultValueFactory = _ => 500 };
var judges = new Option<int>("--judges") { Description = "How many judges", DefaultValueFactory = _ => 5 };
var folder = new Option<DirectoryInfo>("--out") { Description = "Where the cycle is written", Required = true };
var sample = new Option<DirectoryInfo>("--sample")
{
    Description = "The cycle whose definition is used",
    DefaultValueFactory = _ => new DirectoryInfo("samples/dga-2564"),
};
var makeCycle = new Command("make-cycle", "Make a large cycle for 'demo --cycle' from a list of places") { places, entries, judges, folder, sample };
makeCycle.SetAction(arguments => LargeCycle.Write(
    arguments.GetRequiredValue(places),
    arguments.GetRequiredValue(sample),
    arguments.GetRequiredValue(folder),
    arguments.GetValue(entries),
    arguments.GetValue(judges)));
var sheets = new Option<DirectoryInfo>("--out")
{
    Description = "Where the sheets are written",
    DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "awardflow-sheets")),
};
var readSheets = new Command("read-sheets", "Read the score sheets of 7,850 entries, 7 judges and 6 criteria, beside reading them with libraries alone")
{
    sheets,
};
readSheets.SetAction(arguments => SheetRun.All(arguments.GetRequiredValue(sheets)));
var way = new Argument<string>("way");
var sheet = new Argument<FileInfo>("sheet");
var readSheet = new Command("read-sheet", "One reading of read-sheets, in a process of its own") { Arguments = { way, sheet }, Hidden = true };
readSheet.SetAction(arguments => SheetRun.One(arguments.GetRequiredValue(way), arguments.GetRequiredValue(sheet)));
var show = new Command("show", "Write letters, certificates and result sheets to look at") { folder };
show.SetAction(arguments => ShowLetters.Write(arguments.GetRequiredValue(folder)));
var letters = new Option<int>("--letters") { Description = "How many entries", DefaultValueFactory = _ => 10_000 };
var some = new Option<int>("--letters") { Description = "How many letters", DefaultValueFactory = _ => 1000 };
var all = new Option<bool>("--all") { Description = "Render certificates and result sheets too" };
var run = new Command("run", "Render many letters on one thread: their rate, and the memory they take") { letters, all };
run.SetAction(arguments => LetterRun.Run(
    arguments.GetValue(letters), arguments.GetValue(all) ? [.. LetterStore.Documents] : [LetterDocument.Letter], Console.Out));
var shares = new Command("shares", "Say what shaping, layout, writing PDF and compression take of a document's time") { some };
shares.SetAction(arguments => RenderingShares.Measure(arguments.GetValue(some), Console.Out));
var script = new Option<FileInfo>("--weasyprint")
{
    Description = "The script that runs WeasyPrint",
    DefaultValueFactory = _ => new FileInfo("tests/AwardFlow.Benchmarks/weasyprint-letters.py"),
};
var chromium = new Option<string>("--chromium") { Description = "Chromium's program", DefaultValueFactory = _ => "chromium" };
var python = new Option<string>("--python") { Description = "The Python that has WeasyPrint", DefaultValueFactory = _ => "/usr/bin/python3" };
var compare = new Command("compare", "Render the same letters with AwardFlow, WeasyPrint and headless Chromium") { some, folder, script, python, chromium };
compare.SetAction((arguments, _) => EngineComparison.RunAsync(
    arguments.GetValue(some), arguments.GetRequiredValue(folder), arguments.GetRequiredValue(script),
    arguments.GetRequiredValue(python), arguments.GetRequiredValue(chromium), Console.Out));
var check = new Command("check", "Lay out the documents of every place of a list and look at each line") { places };
check.SetAction(arguments => LineCheck.Run(arguments.GetRequiredValue(places), Console.Out) == 0 ? 0 : 1);
var documents = new Command("documents", "Benchmark the three documents with BenchmarkDotNet");
documents.SetAction(_ => BenchmarkRunner.Run<DocumentBenchmarks>());
var mails = new Option<int>("--letters") { Description = "How many entries", DefaultValueFactory = _ => 7283 };
var size = new Option<int>("--document-size") { Description = "Bytes of each document", DefaultValueFactory = _ => 30_000 };
var send = new Command("send", "Mail many letters to a SendGrid on loopback: their rate, and the memory they take") { mails, size };
send.SetAction((arguments, cancelled) => SendingRun.RunAsync(arguments.GetValue(mails), arguments.GetValue(size), Console.Out, cancelled));
var provider = new Command("loopback-provider", "The SendGrid on loopback that 'send' starts") { Hidden = true };
provider.SetAction((_, cancelled) => SendingRun.ServeProviderAsync(Console.In, Console.Out, cancelled));
var cycleLetters = new Option<int>("--letters") { Description = "How many entries", DefaultValueFactory = _ => 1000 };
var azurite = new Option<bool>("--azurite") { Description = "Over Azurite in place of embedded storage" };
var storage = new Command("storage", "Run a cycle from closing to the outbox, beside the same rendering, file and row writes alone: their ratio")
{
    cycleLetters, azurite, sample,
};
storage.SetAction((arguments, cancelled) => StorageRun.RunAsync(
    arguments.GetValue(cycleLetters), arguments.GetValue(azurite), arguments.GetRequiredValue(sample), Console.Out, cancelled));
var printed = new Option<int>("--letters") { Description = "How many entries", DefaultValueFactory = _ => 7850 };
var joined = new Option<FileInfo>("--out") { Description = "Where the PDF is written; nowhere where it is not said" };
var print = new Command("print", "Join the documents of many entries to one PDF: time, size, and the memory that it takes") { printed, joined };
print.SetAction((arguments, cancelled) => PrintRun.RunAsync(arguments.GetValue(printed), arguments.GetValue(joined), Console.Out, cancelled));
var url = new Option<string>("--url") { Description = "Where 'serve' listens", DefaultValueFactory = _ => "http://localhost:7071" };
var cycle = new Option<string>("--cycle") { Description = "A cycle of at least 50 letters that were sent", Required = true };
var entry = new Option<string>("--entry") { Description = "One of its entries", Required = true };
var times = new Option<int>("--times") { Description = "How often each is opened", DefaultValueFactory = _ => 5 };
var pages = new Command("pages", "Open the pages of a cycle in Chromium: how long each takes until it is there") { url, cycle, entry, chromium, times };
pages.SetAction((arguments, _) => PagesRun.RunAsync(
    arguments.GetRequiredValue(url), arguments.GetRequiredValue(cycle), arguments.GetRequiredValue(entry),
    arguments.GetRequiredValue(chromium), arguments.GetValue(times), Console.Out));
var edits = new Option<int>("--edits") { Description = "How many edits", DefaultValueFactory = _ => 200 };
var livePreview = new Command("live-preview", "Type into a letter in the workshop: how long after each edit the letter beside it shows it")
{
    url, chromium, edits,
};
livePreview.SetAction(
    (arguments, _) => LivePreviewRun.RunAsync(arguments.GetRequiredValue(url), arguments.GetRequiredValue(chromium), arguments.GetValue(edits), Console.Out));
var records = new Command(
    "records", "Archive a large cycle, verify it, restore it into an empty data folder and an empty Azurite, and compare all: times and memory")
{
    new Option<int>("--entries") { Description = "How many entries", DefaultValueFactory = _ => 7850 },
    size,
};
records.SetAction((arguments, cancelled) => RecordsRun.RunAsync(arguments.GetValue<int>("--entries"), arguments.GetValue(size), Console.Out, cancelled));
var committee = new Option<int>("--judges") { Description = "How many judges", DefaultValueFactory = _ => 50 };
var works = new Option<int>("--entries") { Description = "How many entries each scores", DefaultValueFactory = _ => 500 };
var eachScore = new Option<bool>("--each") { Description = "Save after every score, as a page does while one types; otherwise after every entry" };
var judging = new Command("judging", "Many judges score at once on their pages: how long a save takes, and that no score is lost or crossed")
{
    committee, works, eachScore,
};
judging.SetAction(async (arguments, cancelled) =>
    await JudgingRun.RunAsync(arguments.GetValue(committee), arguments.GetValue(works), arguments.GetValue(eachScore), Console.Out, cancelled) == 0 ? 0 : 1);
return await new RootCommand("AwardFlow's benchmarks and the loads for them")
    {
        makeCycle, readSheets, readSheet, show, run, shares, compare, check, documents, send, storage, records, print, pages, livePreview, judging, provider,
    }.Parse(args)
    .InvokeAsync();
