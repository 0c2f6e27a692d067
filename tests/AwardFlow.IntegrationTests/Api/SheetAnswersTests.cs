using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>What whoever uploads is told, and the workbooks that help to get it right.</summary>
public class SheetAnswersTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string Bad = "entry_code,judge,A,B,C\nE0001,ก,51,1,1\nEO001,ก,1,1,1\n";

    [Theory]
    [InlineData("th", "th", "ไม่รับตารางนี้", "ต้องเป็นคะแนนตั้งแต่ 0 ถึง 50")]
    [InlineData("th-TH,th;q=0.9,en;q=0.8", "th", "ไม่รับตารางนี้", "หมายถึง “E0001” หรือไม่")]
    [InlineData("en-GB,th;q=0.5", "en", "The sheet was refused.", "did you mean 'E0001'?")]
    [InlineData("de,*;q=0.5", "en", "The sheet was refused.", "is not from 0 to 50")]
    public async Task Problems_are_told_in_the_language_that_is_asked_for(string asked, string language, string title, string problem)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        server.Client.Http.DefaultRequestHeaders.Add("Accept-Language", asked);
        using var response = await server.Client.UploadAsync(id, "scores", Encoding.UTF8.GetBytes(Bad));
        Assert.Equal((HttpStatusCode.BadRequest, language), (response.StatusCode, response.Content.Headers.ContentLanguage.Single()));
        var refusal = await AwardFlowClient.JsonAsync(response);
        Assert.Equal((title, 2, 0), (refusal["title"]!.GetValue<string>(), (int)refusal["problems"]!, (int)refusal["unlisted"]!));
        Assert.Contains(refusal["rows"]!.AsArray(), row => row!["problem"]!.GetValue<string>().Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_problems_the_first_thousand_are_listed_and_the_rest_counted()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var sheet = "entry_code,judge,criterion,score\n" + string.Concat(Enumerable.Range(0, 1234).Select(i => $"E0001,judge {i},A,99\n"));
        using var response = await server.Client.UploadAsync(id, "scores", Encoding.UTF8.GetBytes(sheet));
        var refusal = await AwardFlowClient.JsonAsync(response);
        Assert.Equal((1000, 1234, 234), (refusal["rows"]!.AsArray().Count, (int)refusal["problems"]!, (int)refusal["unlisted"]!));
        Assert.Contains("The first 1000 are listed; 234 more are not.", refusal["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_sheet_has_a_copy_that_names_the_problem_in_its_row()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.UploadAsync(id, "scores", Encoding.UTF8.GetBytes(Bad));
        var copy = (await AwardFlowClient.JsonAsync(response))["problemCopy"]!.GetValue<string>();
        Check(await server.Client.GetBytesAsync(copy));

        using var checkedOnly = await server.Client.UploadAsync(id, "scores/problems.xlsx", Encoding.UTF8.GetBytes(Bad));
        Check(await (await AwardFlowClient.SucceedAsync(checkedOnly)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        static void Check(byte[] workbook)
        {
            using var file = new MemoryStream(workbook);
            var rows = file.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.ToArray()).ToList();
            Assert.Equal(["entry_code", "judge", "A", "B", "C", "problem"], rows[0]);
            Assert.Equal(("E0001", "51", "A: is not from 0 to 50, the maximum of criterion A"), (rows[1][0], rows[1][2]!.ToString(), rows[1][5]));
            Assert.Equal("entry_code: is not an entry of this cycle; did you mean 'E0001'?", rows[2][5]);
        }
    }

    [Fact]
    public async Task Validate_checks_and_stores_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var before = await BlobsAsync(id);
        using var good = await server.Client.UploadAsync(id, "scores?validate=true", TestSheets.Scores(["E0001"], "ค"));
        var answer = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(good));
        Assert.Equal((null, 3), (answer["number"], (int)answer["rows"]!));
        using var bad = await server.Client.UploadAsync(id, "scores?validate=true", Encoding.UTF8.GetBytes(Bad));
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        Assert.Null((await AwardFlowClient.JsonAsync(bad))["problemCopy"]);
        using var unclear = await server.Client.UploadAsync(id, "scores?validate=yes", TestSheets.Scores(["E0001"], "ค"));
        Assert.Equal(HttpStatusCode.BadRequest, unclear.StatusCode);
        Assert.Equal(before, await BlobsAsync(id));
        Assert.Equal(2, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["scoreSheets"]!);
    }

    [Fact]
    public async Task A_PDF_is_refused_with_what_to_do_instead()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.UploadAsync(id, "scores", "%PDF-1.7 "u8.ToArray());
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains(
            "save it as 'Excel Workbook (.xlsx)'", (await AwardFlowClient.JsonAsync(response))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_no_saraban_address_is_taken_with_a_warning()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.UploadAsync(
            id, "entries", "entry_code,project,organisation,addressee,saraban_email,province\nX1,p,o,a,desk@x.example,\n"u8.ToArray());
        var warning = Assert.Single((await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response)))["warnings"]!.AsArray())!;
        Assert.Equal((2, "desk@x.example"), ((int)warning["row"]!, warning["value"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_judges_template_has_the_entries_and_limits_and_is_taken_when_filled_in()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 3, definition => definition with
        {
            Judges =
            [
                new Judge(JudgeName.Parse("ก")),
                new Judge(JudgeName.Parse("ข")),
                new Judge(JudgeName.Parse("ดร. ใหม่")) { MayNotScore = [EntryCode.Parse("E0002")] },
            ],
        });
        var template = await server.Client.GetBytesAsync($"/api/cycles/{id}/templates/scores.xlsx?judge={Uri.EscapeDataString("ดร.  ใหม่")}");
        var sheet = Part(template);
        Assert.Contains("E0001", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("E0002", sheet, StringComparison.Ordinal);
        Assert.Equal(
            ["0-50", "0-30", "0-20"],
            Regex.Matches(sheet, "type=\"decimal\".*?formula1>(?<least>.*?)<.*?formula2>(?<most>.*?)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
                .Select(match => $"{match.Groups["least"]}-{match.Groups["most"]}"));
        using var unfilled = await server.Client.UploadAsync(id, "scores", template, AwardFlowClient.Xlsx);
        Assert.Equal("The sheet has no scores.", (await AwardFlowClient.JsonAsync(unfilled))["detail"]!.GetValue<string>());

        var filled = Fill(template, "E5", 40m, "F5", 20.5m, "G5", 10m);
        using var response = await server.Client.UploadAsync(id, "scores", filled, AwardFlowClient.Xlsx);
        var answer = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
        Assert.Equal((3, 0), ((int)answer["rows"]!, answer["warnings"]!.AsArray().Count));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await server.Client.Http.GetAsync($"/api/cycles/{id}/templates/scores.xlsx?judge=nobody", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task The_template_of_entries_is_taken_when_filled_in()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await server.Client.Http.GetAsync($"/api/cycles/{definition.Id}/templates/scores.xlsx", TestContext.Current.CancellationToken)).StatusCode);
        server.Client.Http.DefaultRequestHeaders.Add("Accept-Language", "th");
        var template = await server.Client.GetBytesAsync($"/api/cycles/{definition.Id}/templates/entries.xlsx");
        Assert.Contains("ไปรษณีย์อิเล็กทรอนิกส์กลาง", Part(template), StringComparison.Ordinal);
        Assert.Matches("r=\"G3\"[^>]*>.*โทรศัพท์", Part(template));
        // Codes and telephone numbers are typed as texts, so that their first noughts stay; the number is explained where it is typed.
        Assert.Equal(2, Regex.Count(Part(template), "<(x:)?col [^>]*style=\"5\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Matches("prompt=\"[^\"]*โทรศัพท์[^\"]*\"[^>]*sqref=\"G4:G10003\"|sqref=\"G4:G10003\"[^>]*prompt=\"[^\"]*โทรศัพท์", Part(template));
        using var response = await server.Client.UploadAsync(
            definition.Id.Text,
            "entries",
            Fill(template, "A4", "LG-001", "B4", "p", "C4", "o", "D4", "a", "E4", "saraban@a.example", "G4", "073 210 004"),
            AwardFlowClient.Xlsx);
        var answer = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
        Assert.Equal((1, 0), ((int)answer["entries"]!, answer["ignoredColumns"]!.AsArray().Count));
        var cycle = await server.Services.GetRequiredService<CycleStore>().GetAsync(definition.Id, TestContext.Current.CancellationToken);
        var entry = Assert.Single(await server.Services.GetRequiredService<AcceptedRows>().EntriesAsync(cycle, TestContext.Current.CancellationToken));
        Assert.Equal(("LG-001", "073 210 004"), (entry.Code.Text, entry.Phone));
    }

    private static string Part(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        return reader.ReadToEnd();
    }

    // Types values into the cells of one row, as a spreadsheet would.
    private static byte[] Fill(byte[] workbook, params object[] cellsAndValues)
    {
        var sheet = Part(workbook);
        var prefix = sheet.Contains("<x:sheetData", StringComparison.Ordinal) ? "x:" : "";
        var row = ((string)cellsAndValues[0])[1..];
        var cells = string.Concat(cellsAndValues.Chunk(2).Select(pair => pair[1] is decimal number
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<{prefix}c r=\"{pair[0]}\"><{prefix}v>{number}</{prefix}v></{prefix}c>")
            : $"<{prefix}c r=\"{pair[0]}\" t=\"inlineStr\"><{prefix}is><{prefix}t>{pair[1]}</{prefix}t></{prefix}is></{prefix}c>"));
        var there = new Regex(
            $"(?<there><{prefix}row r=\"{row}\".*?)(?<end></{prefix}row>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        var filled = there.IsMatch(sheet) ? there.Replace(sheet, match => match.Groups["there"].Value + cells + match.Groups["end"].Value, 1)
            : sheet.Replace($"</{prefix}sheetData>", $"<{prefix}row r=\"{row}\">{cells}</{prefix}row></{prefix}sheetData>", StringComparison.Ordinal);
        var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(filled);
        }
        return file.ToArray();
    }

    private async Task<List<string>> BlobsAsync(string id)
    {
        var names = new List<string>();
        await foreach (var blob in embedded.Storage.Uploads.ListAsync($"{id}/", TestContext.Current.CancellationToken))
        {
            names.Add(blob.Name);
        }
        return names;
    }
}
