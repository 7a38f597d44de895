// A fact that needs the program ssh-keygen, which makes ed25519 keys for the emulator.
namespace CloudSigma.Emulator.Tests.Support;

[AttributeUsage(AttributeTargets.Method)]
public sealed class KeygenFactAttribute : FactAttribute
{
    public KeygenFactAttribute()
    {
        string[] names = ["ssh-keygen", "ssh-keygen.exe"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => names.Any(name => File.Exists(Path.Combine(folder, name))))) Skip = "ssh-keygen is not installed.";
    }
}
