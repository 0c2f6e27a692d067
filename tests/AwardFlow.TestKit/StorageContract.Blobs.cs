using System.Text;
using AwardFlow.Storage;

namespace AwardFlow.TestKit;

// What every adapter's blobs do alike.
public abstract partial class StorageContract
{
    [Fact]
    public async Task A_blob_comes_back_as_it_was_written()
    {
        await Storage.Letters.WriteAsync(Blob("ก-1/letter.pdf", "one"), Cancelled);
        await Storage.Letters.WriteAsync(Blob("ก-1/letter.pdf", "two"), Cancelled);
        await Storage.Letters.WriteAsync(new NewBlob($"{_own}/empty", new MemoryStream()), Cancelled);

        Assert.Equal("two", (await Storage.Letters.FindAsync($"{_own}/ก-1/letter.pdf", Cancelled))!.ToString());
        Assert.Equal(0, (await Storage.Letters.FindAsync($"{_own}/empty", Cancelled))!.ToMemory().Length);
        Assert.True(await Storage.Letters.ExistsAsync($"{_own}/ก-1/letter.pdf", Cancelled));
        Assert.False(await Storage.Uploads.ExistsAsync($"{_own}/ก-1/letter.pdf", Cancelled));
        Assert.Null(await Storage.Letters.FindAsync($"{_own}/ก-1", Cancelled));
        Assert.Null(await Storage.Letters.OpenAsync($"{_own}/ก-2/letter.pdf", Cancelled));
    }

    [Fact]
    public async Task A_blob_is_written_from_where_its_stream_stands_and_read_as_one()
    {
        var bytes = new byte[5_000_000];
        new Random(1).NextBytes(bytes);
        using var source = new MemoryStream(bytes) { Position = 10 };
        await Storage.Uploads.WriteAsync(new NewBlob($"{_own}/large.bin", source), Cancelled);

        await using var read = await Storage.Uploads.OpenAsync($"{_own}/large.bin", Cancelled);
        using var copy = new MemoryStream();
        await read!.CopyToAsync(copy, Cancelled);

        Assert.True(bytes.AsSpan(10).SequenceEqual(copy.ToArray()));
        Assert.True(source.CanRead);
    }

    [Fact]
    public async Task A_blob_is_added_once()
    {
        Assert.True(await Storage.Results.TryAddAsync(Blob("a.json", "one"), Cancelled));
        Assert.False(await Storage.Results.TryAddAsync(Blob("a.json", "two"), Cancelled));
        var added = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(number => Task.Run(() => Storage.Results.TryAddAsync(Blob("b.json", $"{number}"), Cancelled))));

        Assert.Equal("one", (await Storage.Results.FindAsync($"{_own}/a.json", Cancelled))!.ToString());
        Assert.Equal($"{added.IndexOf(true)}", (await Storage.Results.FindAsync($"{_own}/b.json", Cancelled))!.ToString());
        Assert.Single(added, isAdded => isAdded);
    }

    [Fact]
    public async Task Many_blobs_are_written_at_once()
    {
        var names = Enumerable.Range(0, 60).SelectMany(entry => new[] { $"{entry:D2}/letter.pdf", $"{entry:D2}/results.pdf" }).ToList();

        await Storage.Letters.WriteAsync([.. names.Select(name => Blob(name, name))], Cancelled);

        Assert.Equal(
            names.Select(name => new BlobEntry($"{_own}/{name}", name.Length)), await Storage.Letters.ListAsync($"{_own}/", Cancelled).ToListAsync(Cancelled));
        Assert.Equal(names[7], (await Storage.Letters.FindAsync($"{_own}/{names[7]}", Cancelled))!.ToString());
    }

    [Fact]
    public async Task Blobs_are_listed_by_prefix_in_the_ordinal_order_of_their_names()
    {
        string[] names = ["a", "a/b", "a/b/c", "a-b", "a.b", "ab", "B", "ก/letter.pdf", "ก/rounds/1/letter.pdf", "กก/letter.pdf", "เ"];
        await Storage.Letters.WriteAsync([.. names.Except(["a", "a/b"]).Select(name => Blob(name, "x"))], Cancelled);

        Assert.Equal(["B", "a-b", "a.b", "a/b/c", "ab", "ก/letter.pdf", "ก/rounds/1/letter.pdf", "กก/letter.pdf", "เ"], await NamesAsync(""));
        Assert.Equal(["a-b", "a.b", "a/b/c", "ab"], await NamesAsync("a"));
        Assert.Equal(["a/b/c"], await NamesAsync("a/b"));
        Assert.Equal(["ก/letter.pdf", "ก/rounds/1/letter.pdf"], await NamesAsync("ก/"));
        Assert.Empty(await NamesAsync("x/y"));
    }

    [Fact]
    public async Task A_deleted_blob_is_gone()
    {
        await Storage.Letters.WriteAsync(Blob("a/b", "x"), Cancelled);

        await Storage.Letters.DeleteAsync($"{_own}/a/b", Cancelled);
        await Storage.Letters.DeleteAsync($"{_own}/a/b", Cancelled);

        Assert.False(await Storage.Letters.ExistsAsync($"{_own}/a/b", Cancelled));
        Assert.Empty(await NamesAsync(""));
    }

    [Fact]
    public async Task Odd_names_name_blobs_and_nothing_outside_their_container_can_be_named()
    {
        string[] odd = ["con", "NUL.txt", "a:b", "a?b", "a#b", "100%", "%41", "a b", "a.", " a", "\"<>|*", "น้ำ.pdf", ".hidden", new('ก', 60)];
        await Storage.Uploads.WriteAsync([.. odd.Select(name => Blob(name, name))], Cancelled);

        Assert.Equal(odd.Order(StringComparer.Ordinal), await NamesAsync("", Storage.Uploads));
        foreach (var name in odd)
        {
            Assert.Equal(name, (await Storage.Uploads.FindAsync($"{_own}/{name}", Cancelled))?.ToString());
        }
        foreach (var name in new[]
        {
            "", "/", "/etc/passwd", "..", "../x", "a/../../x", "./a", "a//b", "a/", "a\\..\\b",
            "a\nb", "a\0b", new('ก', 100), string.Join('/', Enumerable.Repeat("abc", 200)),
        })
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Storage.Uploads.WriteAsync(new NewBlob(name, BinaryData.FromString("x")), Cancelled));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => Storage.Uploads.TryAddAsync(new NewBlob(name, BinaryData.FromString("x")), Cancelled));
            Assert.Null(await Storage.Uploads.FindAsync(name, Cancelled));
            Assert.False(await Storage.Uploads.ExistsAsync(name, Cancelled));
        }
        Assert.Empty(await Storage.Uploads.ListAsync("../", Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_blob_that_is_read_while_it_is_written_again_is_one_or_the_other()
    {
        await Storage.Letters.WriteAsync(Blob("a", new string('0', 100_000)), Cancelled);
        var writing = Task.Run(async () =>
        {
            for (var round = 1; round < 10; round++)
            {
                await Storage.Letters.WriteAsync(Blob("a", new string((char)('0' + round), 100_000)), Cancelled);
            }
        }, Cancelled);

        while (!writing.IsCompleted)
        {
            var text = (await Storage.Letters.FindAsync($"{_own}/a", Cancelled))!.ToString();
            Assert.Equal(new string(text[0], 100_000), text);
        }
        await writing;
    }

    private async Task<List<string>> NamesAsync(string prefix, IBlobContainer? container = null) =>
    [
        .. (await (container ?? Storage.Letters).ListAsync($"{_own}/{prefix}", Cancelled).ToListAsync(Cancelled))
            .Select(blob => blob.Name[(_own.Length + 1)..]),
    ];

    private NewBlob Blob(string name, string content) => new($"{_own}/{name}", BinaryData.FromBytes(Encoding.UTF8.GetBytes(content)));
}
