// Where files that tests compare with, or write, are.
using System.Runtime.CompilerServices;

namespace CloudSigma.Sdk.TestKit;

public static class RepositoryRoot
{
    /// <summary>The folder with the solution, found upwards from the test that calls.</summary>
    public static string Find([CallerFilePath] string sourceFile = "")
    {
        // Deterministic builds map source paths; the place of the assembly is the way out then.
        foreach (var start in new[] { Path.GetDirectoryName(sourceFile), AppContext.BaseDirectory })
        {
            for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            {
                if (File.Exists(Path.Combine(folder, "CloudSigma.Sdk.sln"))) return folder;
            }
        }

        throw new DirectoryNotFoundException("CloudSigma.Sdk.sln is in no folder above the test.");
    }
}
