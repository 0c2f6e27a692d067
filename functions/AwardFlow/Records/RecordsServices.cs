using AwardFlow.Records.Archive;
using AwardFlow.Records.Print;
using AwardFlow.Records.Register;
using AwardFlow.Records.Report;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Records;

/// <summary>Registers what records need.</summary>
internal static class RecordsServices
{
    public static IServiceCollection AddRecords(this IServiceCollection services) => services
        .AddSingleton<ArchiveWriter>()
        .AddSingleton<LetterSelection>()
        .AddSingleton<LetterPrint>()
        .AddSingleton<PostList>()
        .AddSingleton<FigureReader>()
        .AddSingleton<CycleReport>()
        .AddSingleton<OutgoingRegister>();
}
