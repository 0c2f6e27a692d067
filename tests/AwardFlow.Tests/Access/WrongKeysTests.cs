using System.Net;
using AwardFlow.Web.Access;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.Tests.Access;

/// <summary>Who guesses is slowed, and nobody else.</summary>
public sealed class WrongKeysTests : IDisposable
{
    private static readonly IPAddress Office = IPAddress.Parse("203.0.113.7");

    private readonly WrongKeys _keys = new(NullLogger.Instance);

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void A_key_that_was_right_before_is_looked_at_whatever_is_guessed_beside_it()
    {
        _keys.Right(Office, "malees key");
        Guess(Office);
        Assert.True(_keys.MayTry(Office, "malees key"));
    }

    [Fact]
    public void A_right_key_lets_no_guess_from_its_address_through()
    {
        _keys.Right(Office, "malees key");
        Guess(Office);
        Assert.False(_keys.MayTry(Office, "a guess"));
    }

    [Fact]
    public void A_right_key_is_known_where_it_was_used_and_nowhere_else()
    {
        _keys.Right(Office, "malees key");
        var elsewhere = IPAddress.Parse("198.51.100.8");
        Guess(elsewhere);
        Assert.False(_keys.MayTry(elsewhere, "malees key"));
    }

    [Fact]
    public void However_many_networks_guess_the_office_is_not_locked_out()
    {
        _keys.Right(Office, "malees key");
        for (var network = 0; network < 5000; network++)
        {
            Guess(IPAddress.Parse($"2001:db8:{network:x}::1"));
        }
        Assert.True(_keys.MayTry(Office, "malees key"));
    }

    private void Guess(IPAddress from)
    {
        for (var guess = 0; guess <= WrongKeys.Burst; guess++)
        {
            _keys.Wrong(from);
        }
    }
}
