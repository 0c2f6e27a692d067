namespace AwardFlow.TestKit.Documentation;

/// <summary>
/// The commands of the documentation, each block by its first line: those that a test pastes into a shell
/// (<c>DocumentedCommandsTests</c>), and those that none can, each with the reason.
/// </summary>
internal static class DocumentedCommands
{
    /// <summary>Blocks that are pasted as they stand.</summary>
    public static IReadOnlyList<string> Run { get; } =
    [
        "cd samples/dga-2564",
        "curl -X POST localhost:7071/api/cycles/dga-2564/deliveries/LG-002/resend -H 'Content-Type: application/json' -d '{\"reason\": \"ขอรับใหม่\"}'",
        "curl -X POST 'localhost:7071/api/cycles/dga-2564/scores?validate=true' -F file=@scores-1-long.csv",
        "curl -X PUT localhost:7071/api/cycles/dga-2564/emblem -H 'Content-Type: image/svg+xml' --data-binary @emblem.svg",
        "previous=\"\"",
        "dotnet run --project functions/AwardFlow.Local -- serve",
        "dotnet run --project functions/AwardFlow.Local -- serve --data .awardflow",
        "dotnet run --project functions/AwardFlow.Local -- demo",
        "dotnet run --project functions/AwardFlow.Local -- people add \"มาลี ใจดี\" --role operator --email malee@example.go.th",
        "dotnet run --project functions/AwardFlow.Local -- verify --data .awardflow",
        "dotnet run --project tests/AwardFlow.Benchmarks -- make-cycle --places places.csv --entries 500 --out /tmp/load",
    ];

    /// <summary>Blocks that no test pastes, and why.</summary>
    public static IReadOnlyDictionary<string, string> NotRun { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["dotnet run --project functions/AwardFlow.Local -- demo --keep --out out"] = "It is the demo, which is run; CommandLineTests serves what a demo kept.",
        ["git clone https://github.com/awardflow/awardflow"] = "It fetches the repository that the tests are in; its demo is run.",
        ["dotnet test tests/AwardFlow.Tests --filter \"FullyQualifiedName~Approvals\""] = "It is part of the run that this test is part of.",
        [".ci/run"] = "It is the run that this test is part of.",
        ["dotnet test AwardFlow.sln"] = "It is the run that this test is part of.",
        [".ci/nightly"] = "It takes hours.",
        ["AWARDFLOW_FUZZ=20000 dotnet test tests/AwardFlow.Tests --filter FullyQualifiedName~FuzzTests"] = "It takes hours; .ci/nightly runs the same.",
        ["dotnet run --project tests/AwardFlow.Benchmarks -c Release -- read-sheets"] = "It measures for minutes.",
        ["dotnet run -c Release --project tests/AwardFlow.Benchmarks -- documents"] = "It measures for minutes.",
        ["dotnet run -c Release --project tests/AwardFlow.Benchmarks -- send"] = "It measures for minutes.",
        ["dotnet run --project tests/AwardFlow.Benchmarks -- make-cycle --places places.csv --entries 7850 --out /tmp/load"] = "It measures for minutes.",
        ["dotnet publish functions/AwardFlow.Local -c Release -o /opt/awardflow"] = "It installs into the system, as root.",
        ["sudo -u awardflow dotnet /opt/awardflow/AwardFlow.Local.dll people add \"มาลี ใจดี\" --role operator --data /var/lib/awardflow"] =
            "It needs the service's user; people add itself is run.",
        ["npx azurite --skipApiVersionCheck --location /tmp/azurite"] =
            "It serves until it is stopped, on fixed ports; the tests start the same Azurite on ports of their own.",
        ["OPERATOR_KEY=a-key-of-sixteen-characters APPROVER_KEY=another-key-of-sixteen-characters RECEIPTS_KEY=a-secret-of-thirty-two-characters docker compose up"] =
            "It needs Docker; .ci/container tries the container without one.",
        ["cd functions/AwardFlow.Functions"] =
            "func (Azure Functions Core Tools) comes with no package of this repository; Hosts tests run the app where there is one.",
        ["azd auth login"] = "azd needs an Azure subscription.",
        ["eval \"$(azd env get-values)\""] = "azd and az need an Azure subscription.",
    };
}
