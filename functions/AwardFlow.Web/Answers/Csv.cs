using System.Text;
using AwardFlow.Cycles;
using CsvHelper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AwardFlow.Web.Answers;

/// <summary>Answers in csv.</summary>
internal static class Csv
{
    // Texts come from strangers; a spreadsheet must not run them.
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    /// <summary>Ids, codes and names as the texts that they are; all else as it is.</summary>
    public static object? Plain(object? value) => value is CycleId or EntryCode or JudgeName ? value.ToString() : value;

    /// <summary>A csv file in UTF-8 whose texts no spreadsheet takes for formulas.</summary>
    public static FileContentHttpResult File(string name, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, Options))
        {
            csv.WriteHeader([.. columns]);
            foreach (var row in rows)
            {
                foreach (var value in row)
                {
                    csv.WriteField(Plain(value));
                }
                csv.EndRecord();
            }
        }
        return TypedResults.File(file.ToArray(), $"text/csv; charset={Encoding.UTF8.WebName}", name);
    }
}
