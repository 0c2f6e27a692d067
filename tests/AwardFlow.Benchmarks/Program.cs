using System.CommandLine;
using AwardFlow.Benchmarks;

var places = new Option<FileInfo>("--places") { Description = "A csv file with the columns code, organisation, addressee, province, saraban_email", Required = true };
var entries = new Option<int>("--entries") { Description = "How many entries", DefaultValueFactory = _ => 500 };
var judges = new Option<int>("--judges") { Description = "How many judges", DefaultValueFactory = _ => 5 };
var folder = new Option<DirectoryInfo>("--out") { Description = "Where the cycle is written", Required = true };
var sample = new Option<DirectoryInfo>("--sample") { Description = "The cycle whose definition is used", DefaultValueFactory = _ => new DirectoryInfo("samples/dga-2564") };
var makeCycle = new Command("make-cycle", "Make a large cycle for 'demo --cycle' from a list of places") { places, entries, judges, folder, sample };
makeCycle.SetAction(arguments => LargeCycle.Write(
    arguments.GetRequiredValue(places), arguments.GetRequiredValue(sample), arguments.GetRequiredValue(folder), arguments.GetValue(entries), arguments.GetValue(judges)));
var sheets = new Option<DirectoryInfo>("--out") { Description = "Where the sheets are written", DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "awardflow-sheets")) };
var readSheets = new Command("read-sheets", "Read the score sheets of 7,850 entries, 7 judges and 6 criteria, beside reading them with libraries alone") { sheets };
readSheets.SetAction(arguments => SheetRun.All(arguments.GetRequiredValue(sheets)));
var way = new Argument<string>("way");
var sheet = new Argument<FileInfo>("sheet");
var readSheet = new Command("read-sheet", "One reading of read-sheets, in a process of its own") { Arguments = { way, sheet }, Hidden = true };
readSheet.SetAction(arguments => SheetRun.One(arguments.GetRequiredValue(way), arguments.GetRequiredValue(sheet)));
var mails = new Option<int>("--letters") { Description = "How many entries", DefaultValueFactory = _ => 7283 };
var size = new Option<int>("--document-size") { Description = "Bytes of each document", DefaultValueFactory = _ => 30_000 };
var send = new Command("send", "Mail many letters to a SendGrid on loopback: their rate, and the memory they take") { mails, size };
send.SetAction((arguments, cancelled) => SendingRun.RunAsync(arguments.GetValue(mails), arguments.GetValue(size), Console.Out, cancelled));
var provider = new Command("loopback-provider", "The SendGrid on loopback that 'send' starts") { Hidden = true };
provider.SetAction((_, cancelled) => SendingRun.ServeProviderAsync(Console.In, Console.Out, cancelled));
return await new RootCommand("AwardFlow's benchmarks and the loads for them") { makeCycle, readSheets, readSheet, send, provider }.Parse(args).InvokeAsync();
