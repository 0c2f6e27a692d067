namespace AwardFlow.Storage;

/// <summary>A setting is missing or wrong; the program cannot start.</summary>
/// <param name="setting">The setting's name as an environment variable.</param>
/// <param name="problem">What is wrong with it, without showing a secret.</param>
public sealed class SettingException(string setting, string problem) : Exception($"Setting {setting} {problem}")
{
    /// <summary>The setting's name as an environment variable.</summary>
    public string Setting { get; } = setting;
}
