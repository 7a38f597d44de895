// The documented examples are not part of the repository: a folder outside holds them.
namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>The folder of documented examples that the environment variable <c>CLOUDSIGMA_EXAMPLES</c> names.</summary>
public static class ExampleFolder
{
    public const string Variable = "CLOUDSIGMA_EXAMPLES";

    /// <summary>The folder; null when the variable is not set.</summary>
    /// <exception cref="DirectoryNotFoundException">The variable names a folder that is not there: a wrong path must not pass for no path.</exception>
    public static string? Path
    {
        get
        {
            var path = Environment.GetEnvironmentVariable(Variable);
            if (string.IsNullOrWhiteSpace(path)) return null;
            return Directory.Exists(path) ? path : throw new DirectoryNotFoundException($"{Variable} names a folder that does not exist. Correct it or unset it.");
        }
    }

    /// <summary>The names of all files, with <c>/</c> between folder and file; none without the folder.</summary>
    public static IReadOnlyList<string> Names => Path is { } root
        ? [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)]
        : [];

    public static bool Has(string name) => Path is { } root && File.Exists(System.IO.Path.Combine(root, name));

    public static HttpExample Load(string name) => HttpExample.Load(System.IO.Path.Combine(Path ?? throw new InvalidOperationException($"{Variable} is not set."), name), name);

    /// <summary>The documented operations beside the folder, with their methods, paths and examples; null when they are not there.</summary>
    public static IReadOnlyList<DocumentedOperation>? Operations
    {
        get
        {
            if (Path is not { } root) return null;
            var table = System.IO.Path.Combine(root, "..", "api", "operations.tsv");
            return File.Exists(table) ? DocumentedOperation.ReadTable(File.ReadLines(table)) : null;
        }
    }
}
