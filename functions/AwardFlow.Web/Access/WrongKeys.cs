using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Web.Access;

/// <summary>
/// Slows down who guesses keys, and says in the log where from: after <see cref="Burst"/> wrong keys from an address, one a
/// second is looked at. A key that was right before is looked at always, from where it was used: people of one office share an
/// address with whoever guesses there.
/// </summary>
/// <param name="logger">Where wrong keys are told.</param>
internal partial class WrongKeys(ILogger logger) : IDisposable
{
    /// <summary>How many wrong keys an address may send at once.</summary>
    public const int Burst = 10;

    // However many addresses guess, memory is bounded: addresses share places by a hash that nobody outside can reckon.
    private const int Places = 1024;

    // Only right keys are remembered, so that nobody who guesses has one forgotten.
    private const int MostRemembered = 4096;

    private readonly Place?[] _places = new Place?[Places];
    private readonly byte[]?[] _right = new byte[]?[MostRemembered];
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>How long to wait before another key is looked at.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether a key that nobody knows is looked at at all.</summary>
    /// <param name="address">Where it comes from.</param>
    public bool MayTry(IPAddress? address)
    {
        var place = Of(address);
        place.Limiter.TryReplenish();
        return place.Limiter.GetStatistics()!.CurrentAvailablePermits > 0;
    }

    /// <summary>Whether a key is looked at at all: one that was right from there always is.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="key">The key.</param>
    public bool MayTry(IPAddress? address, string key) => MayTry(address) || IsRemembered(Mark(address, key));

    /// <summary>Notes that a key was right.</summary>
    public void Right(IPAddress? address, string key)
    {
        var mark = Mark(address, key);
        Volatile.Write(ref _right[IndexOf(mark)], mark);
    }

    /// <summary>Notes that a key was wrong.</summary>
    /// <returns>Whether the address may go on; otherwise it is to wait.</returns>
    public bool Wrong(IPAddress? address)
    {
        var place = Of(address);
        place.Limiter.TryReplenish();
        using var lease = place.Limiter.AttemptAcquire();
        if (lease.IsAcquired)
        {
            Tell(address?.ToString() ?? "an unknown address", Interlocked.Exchange(ref place.Unsaid, 0));
        }
        else
        {
            Refused(place);
        }
        return lease.IsAcquired;
    }

    /// <summary>Notes that a key was not looked at.</summary>
    public void Refused(IPAddress? address) => Refused(Of(address));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the places.</summary>
    protected virtual void Dispose(bool disposing)
    {
        foreach (var place in disposing ? _places : [])
        {
            place?.Limiter.Dispose();
        }
    }

    /// <summary>Tells of a wrong key.</summary>
    /// <param name="address">Where it came from.</param>
    /// <param name="unsaid">How many more were refused since the last was told.</param>
    protected virtual void Tell(string address, int unsaid) => LogWrong(address, unsaid);

    private static void Refused(Place place) => Interlocked.Increment(ref place.Unsaid);

    private static int IndexOf(byte[] mark) => (int)(BinaryPrimitives.ReadUInt32LittleEndian(mark) % MostRemembered);

    private bool IsRemembered(byte[] mark) => Volatile.Read(ref _right[IndexOf(mark)]) is { } right && CryptographicOperations.FixedTimeEquals(right, mark);

    // No key is kept, and nobody outside can reckon the place.
    private byte[] Mark(IPAddress? address, string key) => HMACSHA256.HashData(_secret, (byte[])[.. Network(address), 0, .. Encoding.UTF8.GetBytes(key)]);

    private Place Of(IPAddress? address)
    {
        var hash = default(HashCode);
        hash.AddBytes(Network(address));
        ref var place = ref _places[(uint)hash.ToHashCode() % Places];
        return Volatile.Read(ref place) ?? Interlocked.CompareExchange(ref place, new Place(), comparand: null) ?? place!;
    }

    // Who has one address of IPv6 has a whole network of them.
    private static ReadOnlySpan<byte> Network(IPAddress? address) => address switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().GetAddressBytes(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => address.GetAddressBytes().AsSpan(0, 8),
        _ => address.GetAddressBytes(),
    };

    [LoggerMessage(LogLevel.Warning, "A wrong API key came from {Address} ({Unsaid} more were refused since the last such line)")]
    private partial void LogWrong(string address, int unsaid);

    /// <summary>What is known of the addresses that share a place.</summary>
    private sealed class Place
    {
        public int Unsaid;

        public TokenBucketRateLimiter Limiter { get; } = new(new TokenBucketRateLimiterOptions
        {
            TokenLimit = Burst,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Pause,
            AutoReplenishment = false,
            QueueLimit = 0,
        });
    }
}
