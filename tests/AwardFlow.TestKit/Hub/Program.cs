using AwardFlow.Storage;
using AwardFlow.TestKit.Hub;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

// A worker in a process of its own, that can be killed. Its arguments: connection string, task hub, name, outbox.
var storage = StorageSettings.Connect(new ConfigurationBuilder().AddInMemoryCollection([new("AzureWebJobsStorage", args[0])]).Build());
await using var worker = await HubWorker.StartAsync(
    args[0], storage, args[1], args[2], args[3], logging => logging.AddSimpleConsole(console => console.SingleLine = true));
await Console.Out.WriteLineAsync("The worker works.");
await Task.Delay(Timeout.InfiniteTimeSpan);
