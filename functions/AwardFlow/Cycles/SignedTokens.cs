using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AwardFlow.Cycles;

/// <summary>The tokens of links: some bytes and their HMAC-SHA-256, in Base64 for addresses (RFC 4648, section 5).</summary>
/// <param name="secret">The secret of the installation.</param>
/// <param name="purpose">What the links are for. Each purpose has a key of its own, so that no token is taken for another's.</param>
/// <param name="longest">The most characters of a token.</param>
internal sealed class SignedTokens(byte[] secret, string purpose, int longest)
{
    private readonly byte[] _key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, HMACSHA256.HashSizeInBytes, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>Whether a token survives mail programs: those that make an address into a link leave signs at its end out.</summary>
    public static bool EndsPlainly(string token) => char.IsAsciiLetterOrDigit(token[^1]);

    /// <summary>The token of some bytes.</summary>
    public string Write(byte[] content) => Base64Url.EncodeToString([.. content, .. HMACSHA256.HashData(_key, content)]);

    /// <summary>The bytes of a token, at least one; null where it is forged, cut, altered or too long.</summary>
    public byte[]? Read(string token)
    {
        var bytes = new byte[longest];
        if (token.Length > longest || Base64Url.DecodeFromChars(token, bytes, out _, out var length) != OperationStatus.Done
            || length <= HMACSHA256.HashSizeInBytes)
        {
            return null;
        }
        var content = bytes.AsSpan(0, length - HMACSHA256.HashSizeInBytes);
        var isSigned = CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(_key, content), bytes.AsSpan(content.Length, HMACSHA256.HashSizeInBytes));
        // One token has one spelling: no blanks, no padding.
        return isSigned && Base64Url.EncodeToString(bytes.AsSpan(0, length)) == token ? content.ToArray() : null;
    }
}
