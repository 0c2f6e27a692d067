using AwardFlow.Local;

namespace AwardFlow.Tests.Local;

/// <summary>The data folder is its owner's alone from the first start on, and its key of links is made once.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private DirectoryInfo Data => new(_folder.Of("data"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_was_made_beforehand_and_left_empty_is_the_owners_alone_from_the_first_start_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists.");
        Data.Create();
        Widen(Data.FullName);
        using (DataFolder.Open(Data))
        {
            Assert.Equal("700", Mode(Data.FullName));
        }
    }

    [Fact]
    public void A_folder_is_the_same_with_a_separator_behind_its_name()
    {
        using var data = DataFolder.Open(new DirectoryInfo(Data.FullName + Path.DirectorySeparatorChar));
        Assert.Equal(Data.FullName, data.Path);
    }

    [Fact]
    public void A_folder_that_held_other_things_before_keeps_its_rights_until_it_is_AwardFlows_own()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists.");
        Data.Create();
        File.WriteAllText(Path.Combine(Data.FullName, "notes.txt"), "mine");
        Widen(Data.FullName);
        using (DataFolder.Open(Data))
        {
            Assert.Equal("755", Mode(Data.FullName));
        }
        using (DataFolder.Open(Data))
        {
            Assert.Equal("700", Mode(Data.FullName));
        }
    }

    [Fact]
    public async Task The_key_of_links_is_made_once_whole_and_for_the_owner_alone()
    {
        using var folder = DataFolder.Open(Data);
        Assert.False(folder.HasReceiptsKey);
        var key = await folder.ReceiptsKeyAsync();
        Assert.Equal((64, key, true), (key.Length, await folder.ReceiptsKeyAsync(), folder.HasReceiptsKey));
        Assert.Equal(["awardflow.lock", "receipts.key"], Data.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("600", Mode(Path.Combine(Data.FullName, DataFolder.ReceiptsKeyName)));
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:7071", "http://localhost:7071")]
    [InlineData("http://[::]:7071", "http://localhost:7071")]
    [InlineData("http://127.0.0.1:7071/", "http://127.0.0.1:7071")]
    [InlineData("http://award.example:7071", "http://award.example:7071")]
    public void Links_lead_to_an_address_that_a_browser_finds(string listening, string link) => Assert.Equal(link, ServeCommand.Reachable(new Uri(listening)));

    private static void Widen(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        }
    }

    private static string Mode(string path) => OperatingSystem.IsWindows() ? "" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
