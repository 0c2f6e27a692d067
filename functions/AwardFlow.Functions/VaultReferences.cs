using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Functions;

/// <summary>
/// App settings that refer to Key Vault (https://learn.microsoft.com/azure/app-service/app-service-key-vault-references).
/// The platform puts the secret in their place; where it cannot, it leaves the reference, which is no secret.
/// </summary>
internal static class VaultReferences
{
    private const string Reference = "@Microsoft.KeyVault(";

    /// <summary>Checks that every reference was replaced by its secret.</summary>
    /// <exception cref="SettingException">One was not: the vault lacks the secret, or the app's identity may not read it.</exception>
    public static void MustBeResolved(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (name, value) in settings.AsEnumerable())
        {
            if (value?.StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true)
            {
                throw new SettingException(
                    name.Replace(":", "__", StringComparison.Ordinal),
                    $"could not be read from the vault: {value}. Set the secret there, see that the app's identity may read it, and restart the app.");
            }
        }
    }
}
