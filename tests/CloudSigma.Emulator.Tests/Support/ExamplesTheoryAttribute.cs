// A theory over the documented answers; it runs where the environment names the folder that holds them.
namespace CloudSigma.Emulator.Tests.Support;

[AttributeUsage(AttributeTargets.Method)]
public sealed class ExamplesTheoryAttribute : TheoryAttribute
{
    public const string Variable = "CLOUDSIGMA_EXAMPLES";

    public ExamplesTheoryAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = $"Set {Variable} to the folder with the documented answers.";
    }

    public static string Folder => Environment.GetEnvironmentVariable(Variable) ?? "";
}
