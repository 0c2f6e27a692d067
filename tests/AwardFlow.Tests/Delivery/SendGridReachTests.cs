using AwardFlow.Delivery;

namespace AwardFlow.Tests.Delivery;

/// <summary>What never reached SendGrid is not in doubt.</summary>
public class SendGridReachTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_nobody_answers_took_nothing()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(1),
            ConnectCallback = async (_, ending) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, ending);
                return Stream.Null;
            },
        };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var fault = await Record.ExceptionAsync(() => client.GetAsync(new Uri("http://sendgrid.example/"), Cancelled));
        Assert.True(SendGridTransport.NeverArrived(fault!), fault!.ToString());
    }

    [Fact]
    public void Time_that_ran_out_later_leaves_it_in_doubt() => Assert.False(SendGridTransport.NeverArrived(new OperationCanceledException("time ran out")));
}
