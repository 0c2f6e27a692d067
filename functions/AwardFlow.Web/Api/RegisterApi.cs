using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The register of outgoing letters (ทะเบียนหนังสือส่ง), with the columns of the regulation on correspondence.</summary>
internal static class RegisterApi
{
    private static readonly string[] Columns = ["เลขทะเบียนส่ง", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ"];

    private static readonly BilingualText NotClosed = new(
        "The register is known once the cycle is closed: letters have no numbers before.", "รอบยังไม่ปิดรับคะแนน จึงยังไม่มีเลขทะเบียนหนังสือส่ง โปรดเปิดดูอีกครั้งเมื่อปิดรอบแล้ว");

    public static void MapRegister(this IEndpointRouteBuilder api) =>
        api.MapGet("/cycles/{id}/register.xlsx", XlsxAsync).WithSummary("Register of outgoing letters, once scores are frozen").Produces<string>(contentType: Xlsx.ContentType);

    private static async Task<FileContentHttpResult> XlsxAsync(CycleId id, CycleStore cycles, ResultsStore results, CorrectionStore corrections, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        if (cycle.ResultsSha256 is null)
        {
            throw new CycleConflictException(NotClosed);
        }
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var frozen = await results.ReadAsync(cycle, cancellationToken);
        var letters = frozen.Entries.Where(result => result.Average is not null).OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal).ToList();
        var rows = letters.Select((result, i) => Row(definition, result, i + 1)).ToList();
        // Corrections that were released follow, each a letter of its own.
        foreach (var correction in (await corrections.ListAsync(cycle, cancellationToken)).Where(each => each.State is CorrectionState.Sending or CorrectionState.Sent))
        {
            var words = await corrections.WordsAsync(cycle, correction, cancellationToken);
            rows.AddRange(letters.Where(result => words.Has(result.Entry.Code)).Select((result, i) => Row(words, definition, result, rows.Count + i + 1)).ToList());
        }
        return Xlsx.File($"{id}-register.xlsx", Columns, rows);
    }

    private static object?[] Row(CorrectionWords words, CycleDefinition first, EntryResult result, int line)
    {
        var row = Row(words.Definition, result with { Entry = words.EntryOf(result.Entry) }, line);
        row[^1] = $"{result.Entry.Code} แก้ไขหนังสือที่ {new LetterWords(first, result.Entry, result).Number}";
        return row;
    }

    private static object?[] Row(CycleDefinition definition, EntryResult result, int line)
    {
        var words = new LetterWords(definition, result.Entry, result);
        return
        [
            result.Entry.Serial is { } serial && definition.Letter.FirstNumber is { } first ? first + serial - 1 : line,
            words.Number,
            ThaiDate.InFull(definition.Letter.Date),
            definition.Organiser.Name,
            result.Entry.Addressee,
            words.Subject,
            $"ส่งทางไปรษณีย์อิเล็กทรอนิกส์ {result.Entry.SarabanEmail}",
            result.Entry.Code.Text,
        ];
    }
}
