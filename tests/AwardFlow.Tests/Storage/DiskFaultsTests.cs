using AwardFlow.Storage;
using Microsoft.Data.Sqlite;

namespace AwardFlow.Tests.Storage;

public class DiskFaultsTests
{
    [Theory]
    [InlineData(778, StorageFault.Full)]
    [InlineData(4874, StorageFault.Full)]
    [InlineData(13, StorageFault.Full)]
    [InlineData(8, StorageFault.ReadOnly)]
    [InlineData(11, StorageFault.Damaged)]
    [InlineData(266, StorageFault.Unavailable)]
    public void What_SQLite_says_is_told_by_what_a_person_can_do(int code, StorageFault fault) =>
        Assert.Equal(fault, DiskFaults.Of(new SqliteException("disk I/O error", code & 0xff, code))!.Fault);

    [Theory]
    [InlineData(778)]
    [InlineData(4874)]
    public void A_write_that_failed_for_whatever_reason_is_not_told_as_a_full_disk_alone(int code) =>
        Assert.Contains("or it fails to write", DiskFaults.Of(new SqliteException("disk I/O error", code & 0xff, code))!.Message, StringComparison.Ordinal);
}
