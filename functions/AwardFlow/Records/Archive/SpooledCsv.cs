using AwardFlow.Cycles;
using AwardFlow.Storage;
using CsvHelper;

namespace AwardFlow.Records.Archive;

/// <summary>A csv file of any length for people's spreadsheets, written to disk before it goes on.</summary>
internal static class SpooledCsv
{
    // Texts come from strangers; a spreadsheet must not run them.
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    /// <summary>Writes a file.</summary>
    /// <param name="columns">The names of its columns.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="cancellationToken">Stops waiting for the rows.</param>
    /// <returns>The file, at its start; gone when it is closed.</returns>
    public static async Task<Stream> WriteAsync(IReadOnlyList<string> columns, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        var file = SpoolFile.Create();
        try
        {
            // Whoever opens it in Excel sees Thai.
            file.Write([0xEF, 0xBB, 0xBF]);
            using (var csv = CsvWriter.Create(file, Options, leaveOpen: true))
            {
                csv.WriteHeader([.. columns]);
                await foreach (var row in rows.WithCancellation(cancellationToken))
                {
                    foreach (var value in row)
                    {
                        csv.WriteField(Plain(value));
                    }
                    csv.EndRecord();
                }
            }
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    private static object? Plain(object? value) => value switch
    {
        CycleId or EntryCode or JudgeName => value.ToString(),
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture),
        Enum word => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        _ => value,
    };
}
