using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using AwardFlow.Records;
using AwardFlow.Records.Bags;

namespace AwardFlow.Tests.Records;

/// <summary>Bags (BagIt, RFC 8493) as they are written, and what is found in those that come from elsewhere.</summary>
public sealed class BagTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly string[] Lines = ["world"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Zip => _folder.Of("bag.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_bag_says_of_itself_what_the_standard_asks_for()
    {
        await WriteAsync();
        using var zip = ZipFile.OpenRead(Zip);

        Assert.Equal("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", Text(zip, "bagit.txt"));
        Assert.Contains("Payload-Oxum: 11.2\n", Text(zip, "bag-info.txt"), StringComparison.Ordinal);
        Assert.Contains("Source-Organization: สพร. two lines\n", Text(zip, "bag-info.txt"), StringComparison.Ordinal);
        Assert.Equal(
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824  data/a%25b.txt\ne258d248fda94c63753607f7c4494ee0fcbe92f1a76bfdac795c9d84101eb317  data/จดหมาย/b.txt\n",
            Text(zip, "manifest-sha256.txt"));
        Assert.Equal(
            ["bagit.txt", "bag-info.txt", "manifest-sha256.txt"],
            Text(zip, "tagmanifest-sha256.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[66..]));
    }

    [Fact]
    public async Task What_was_written_is_whole()
    {
        await WriteAsync();
        var report = await CheckAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((2, 11L, "สพร. two lines"), (report.Files, report.Bytes, report.Info["source-organization"]));
    }

    [Fact]
    public async Task An_altered_byte_is_found_by_the_files_name()
    {
        await WriteAsync();
        await RewriteAsync((name, text) => name == "bag/data/a%b.txt" ? "hellp" : text);
        Assert.Equal(["data/a%b.txt: was altered"], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task Files_that_are_missing_or_were_added_are_found()
    {
        await WriteAsync();
        await RewriteAsync((name, text) => name == "bag/data/a%b.txt" ? null : text, ("bag/data/c.txt", "hello"), ("bag/extra.txt", "x"));
        Assert.Equal(
            ["data/c.txt: was added", "extra.txt: was added", "data/a%b.txt: is missing", "bag-info.txt: Payload-Oxum says 11.2, but it is 6.2"],
            (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task An_altered_manifest_is_found()
    {
        await WriteAsync();
        await RewriteAsync((name, text) => name == "bag/manifest-sha256.txt" ? text.Replace("2cf2", "2cf3", StringComparison.Ordinal) : text);
        Assert.Equal(["manifest-sha256.txt: was altered", "data/a%b.txt: was altered"], (await CheckAsync()).Faults);
    }

    [Fact]
    public async Task Bytes_altered_in_the_zip_itself_are_told_or_refused_or_alter_nothing_that_is_in_it()
    {
        await WriteAsync();
        var before = await ContentAsync();
        var whole = await File.ReadAllBytesAsync(Zip, Cancelled);
        for (var at = 0; at < whole.Length; at++)
        {
            var bent = (byte[])whole.Clone();
            bent[at] ^= 0x55;
            await File.WriteAllBytesAsync(Zip, bent, Cancelled);
            try
            {
                var report = await CheckAsync();
                Assert.True(!report.IsWhole || before.SequenceEqual(await ContentAsync()), $"byte {at}");
            }
            catch (RecordsException)
            {
                // A clear refusal.
            }
        }
    }

    [Fact]
    public async Task A_zip_that_is_cut_off_anywhere_is_refused()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(Zip, Cancelled);
        for (var length = 0; length < whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(Zip, whole[..length], Cancelled);
            await Assert.ThrowsAsync<RecordsException>(CheckAsync);
        }
    }

    [Theory]
    [InlineData("bag/../escape.txt")]
    [InlineData("../escape.txt")]
    [InlineData("/etc/escape.txt")]
    [InlineData("bag//escape.txt")]
    [InlineData("bag/data/a\\..\\b.txt")]
    [InlineData("bag/data/c:stream.txt")]
    [InlineData("bag/data/\u0001.txt")]
    [InlineData("other/data/a.txt")]
    [InlineData("bag/DATA/A%B.txt")]
    [InlineData("bag/data/a%b.txt")]
    [InlineData("bag")]
    public async Task Names_that_lead_elsewhere_or_stand_twice_are_refused(string name)
    {
        await WriteAsync();
        await RewriteAsync((_, text) => text, (name, "x"));
        await Assert.ThrowsAsync<RecordsException>(CheckAsync);
    }

    [Fact]
    public async Task Links_are_refused()
    {
        await WriteAsync();
        await using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Update))
        {
            zip.CreateEntry("bag/data/link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }
        await Assert.ThrowsAsync<RecordsException>(CheckAsync);
    }

    [Fact]
    public async Task A_zip_that_unpacks_to_far_more_than_it_is_is_refused_unread()
    {
        await using (var zip = ZipFile.Open(Zip, ZipArchiveMode.Create))
        {
            await using var bomb = zip.CreateEntry("bag/data/zeros").Open();
            var zeros = new byte[1_000_000];
            for (var megabyte = 0; megabyte < 120; megabyte++)
            {
                await bomb.WriteAsync(zeros, Cancelled);
            }
        }
        Assert.Contains("far more", (await Assert.ThrowsAsync<RecordsException>(CheckAsync)).Message, StringComparison.Ordinal);
    }

    // Each shows the check a small directory and the library one of the file's size: behind the last end, whose comment is said
    // to be longer than it is, and in the longer record, which holds where the number of files says so, or the disk's.
    [Theory]
    [InlineData(null, "is no zip")]
    [InlineData(10, "more files")]
    [InlineData(4, "more files")]
    public async Task A_zip_whose_directory_is_another_than_it_seems_is_refused_unread(int? masked, string told)
    {
        const int Length = 70_000_000;
        var record = new byte[56 + 20 + 22];
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x06064B50);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(56), 0x07064B50);
        BinaryPrimitives.WriteInt64LittleEndian(record.AsSpan(56 + 8), Length);
        var end = record.AsSpan(76);
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054B50);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], Length);
        if (masked is { } field)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(end[field..], ushort.MaxValue);
        }
        await using (var file = File.Create(Zip))
        {
            file.SetLength(Length);
            file.Position = Length;
            await file.WriteAsync(record, Cancelled);
            if (masked is null)
            {
                // The first one's comment is the second.
                file.Position -= 2;
                await file.WriteAsync(new byte[] { 22, 0 }, Cancelled);
                var second = new byte[22];
                BinaryPrimitives.WriteUInt32LittleEndian(second, 0x06054B50);
                second[20] = 1;
                await file.WriteAsync(second, Cancelled);
            }
        }
        Assert.Contains(told, (await Assert.ThrowsAsync<RecordsException>(CheckAsync)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_backup_with_a_link_to_a_folder_is_refused()
    {
        Directory.CreateDirectory(_folder.Of("elsewhere"));
        Directory.CreateDirectory(_folder.Of("backup"));
        Directory.CreateSymbolicLink(_folder.Of("backup", "data"), _folder.Of("elsewhere"));
        Assert.Contains("is a link", Assert.Throws<RecordsException>(() => FolderBag.Read(_folder.Of("backup"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bag/bagit.txt")]
    [InlineData("bag/bag-info.txt")]
    [InlineData("bag/manifest-sha256.txt")]
    [InlineData("bag/tagmanifest-sha256.txt")]
    public async Task What_lacks_a_part_of_a_bag_is_none(string left)
    {
        await WriteAsync();
        await RewriteAsync((name, text) => name == left ? null : text);
        await Assert.ThrowsAsync<RecordsException>(CheckAsync);
    }

    [Fact]
    public async Task A_bag_whose_files_are_elsewhere_is_refused()
    {
        await WriteAsync();
        await RewriteAsync((_, text) => text, ("bag/fetch.txt", "https://elsewhere.example/a 5 data/a%25b.txt\n"));
        await Assert.ThrowsAsync<RecordsException>(CheckAsync);
    }

    private async Task WriteAsync()
    {
        await using var file = File.Create(Zip);
        await using var zip = await ZipSink.CreateAsync(file, "bag", TestCycle.ClosesAt, Cancelled);
        await using var bag = new BagWriter(zip);
        await bag.AddAsync("a%b.txt", "hello", Cancelled);
        await bag.AddAsync("จดหมาย/b.txt", Lines.ToAsyncEnumerable(), Cancelled);
        await bag.FinishAsync([("Source-Organization", "สพร.\r\ntwo lines")], Cancelled);
    }

    private async Task RewriteAsync(Func<string, string, string?> change, params (string Name, string Text)[] more)
    {
        await using var from = ZipFile.OpenRead(Zip);
        var files = from.Entries.Select(entry => (entry.FullName, Text: change(entry.FullName, Text(from, entry.FullName[4..]))))
            .Where(file => file.Text is not null).ToList();
        await using var to = ZipFile.Open(_folder.Of("bent.zip"), ZipArchiveMode.Create);
        foreach (var (name, text) in files.Concat(more.Select(each => (each.Name, (string?)each.Text))))
        {
            await using var content = to.CreateEntry(name).Open();
            await content.WriteAsync(Encoding.UTF8.GetBytes(text!), Cancelled);
        }
        await from.DisposeAsync();
        await to.DisposeAsync();
        File.Move(_folder.Of("bent.zip"), Zip, overwrite: true);
    }

    private async Task<BagReport> CheckAsync()
    {
        await using var bag = await ZipBag.ReadAsync(Zip, Cancelled);
        return await BagCheck.OfAsync(bag, Cancelled);
    }

    // Every file's name and text, as whoever restores it reads them.
    private async Task<List<(string Name, string Text)>> ContentAsync()
    {
        await using var bag = await ZipBag.ReadAsync(Zip, Cancelled);
        var content = new List<(string Name, string Text)>();
        foreach (var name in bag.Lengths.Keys.Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(await bag.OpenAsync(name, Cancelled));
            content.Add((name, await text.ReadToEndAsync(Cancelled)));
        }
        return content;
    }

    private static string Text(ZipArchive zip, string name)
    {
        using var text = new StreamReader(zip.GetEntry($"bag/{name}")!.Open());
        return text.ReadToEnd();
    }
}
