using AwardFlow.Storage;

namespace AwardFlow.Tests.Storage;

public class SpoolFileTests
{
    [Fact]
    public async Task Scores_on_their_way_are_for_the_programs_own_account_and_gone_afterwards()
    {
        string name;
        await using (var file = SpoolFile.Create())
        {
            name = file.Name;
            // On Windows the folder of temporary files is the account's own.
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file.SafeFileHandle));
            }
        }
        Assert.False(File.Exists(name));
    }
}
