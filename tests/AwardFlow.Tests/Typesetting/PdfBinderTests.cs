using System.Text;
using AwardFlow.Letters;
using AwardFlow.Tests.Letters.Conformance;
using AwardFlow.Typesetting.Pdf.Joining;
using UglyToad.PdfPig;

namespace AwardFlow.Tests.Typesetting;

/// <summary>Files joined to one.</summary>
public class PdfBinderTests
{
    private static readonly DateTimeOffset Date = new(2021, 10, 15, 0, 0, 0, TimeSpan.FromHours(7));

    private static readonly byte[][] Parts = [.. LetterStore.Documents.Select(document =>
        new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall)
            .Render(document, LetterSamples.Result("งาน", "เทศบาล", "นายก", 67.92m, true), draft: false))];

    [Fact]
    public async Task Pages_stand_in_order_with_the_text_that_they_had()
    {
        using var joined = PdfDocument.Open(await JoinAsync(Parts));
        var texts = Parts.SelectMany(part =>
        {
            using var pdf = PdfDocument.Open(part);
            return pdf.GetPages().Select(page => page.Text).ToList();
        });
        Assert.Equal(texts, joined.GetPages().Select(page => page.Text));
        Assert.Equal("ทั้งหมด", joined.Information.Title);
    }

    [Fact]
    public async Task The_joined_file_is_as_tagged_and_as_fit_for_archives_as_its_parts()
    {
        Assert.All(Parts, part => Assert.Empty(PdfFaults.Of(part)));
        Assert.Empty(PdfFaults.Of(await JoinAsync(Parts)));
        // More pages than a branch of the tree has.
        Assert.Empty(PdfFaults.Of(await JoinAsync([.. Enumerable.Repeat(Parts, 30).SelectMany(parts => parts)])));
    }

    [Fact]
    public async Task What_files_have_alike_is_written_once_and_the_same_files_give_the_same_bytes()
    {
        var once = await JoinAsync([Parts[0]]);
        var ten = await JoinAsync([.. Enumerable.Repeat(Parts[0], 10)]);
        Assert.True(ten.Length < 4 * once.Length, $"{ten.Length} bytes of ten, {once.Length} of one");
        Assert.Equal(ten, await JoinAsync([.. Enumerable.Repeat(Parts[0], 10)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7\nstartxref\n0\n%%EOF")]
    [InlineData("%PDF-1.7\nstartxref\n99999999\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R\nstartxref\n9\n%%EOF")]
    [InlineData("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Prev 1 /Root 1 0 R >>\nstartxref\n9\n%%EOF")]
    public void What_is_no_such_file_is_refused(string file) =>
        Assert.Throws<FormatException>(() => new PdfBinder("t", "a", Date).Add(Encoding.Latin1.GetBytes(file)));

    [Fact]
    public void A_file_that_is_cut_or_damaged_is_refused_or_joined_and_nothing_else_happens()
    {
        var random = new Random(20211015);
        foreach (var part in Parts)
        {
            for (var i = 0; i < 40; i++)
            {
                var damaged = part.ToArray();
                for (var j = 0; j < 20; j++)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }
                try
                {
                    new PdfBinder("t", "a", Date).Add(damaged.AsMemory(0, damaged.Length - (i % 2) * random.Next(2000)));
                }
                catch (FormatException)
                {
                    // That is what it says.
                }
            }
        }
    }

    private static async Task<byte[]> JoinAsync(IEnumerable<byte[]> parts)
    {
        var binder = new PdfBinder("ทั้งหมด", "สำนักงานทดสอบ", Date);
        using var file = new MemoryStream();
        foreach (var part in parts)
        {
            binder.Add(part);
            await binder.FlushAsync(file, TestContext.Current.CancellationToken);
        }
        binder.Finish();
        await binder.FlushAsync(file, TestContext.Current.CancellationToken);
        return file.ToArray();
    }
}
