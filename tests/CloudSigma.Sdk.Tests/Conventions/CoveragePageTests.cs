using System.Reflection;
using System.Text;
using CloudSigma.Sdk.TestKit;

namespace CloudSigma.Sdk.Tests.Conventions;

public class CoveragePageTests
{
    [Fact]
    public void The_coverage_page_lists_the_operations_that_have_methods()
    {
        var page = new StringBuilder()
            .Append("# Coverage\n\nThe operations of the API that have methods. Made from the `[ApiOperation]` attributes; `UPDATE_DOCS=1 dotnet test tests/CloudSigma.Sdk.Tests` writes it anew.\n")
            .Append("Every other operation can be sent with `client.SendAsync(...)`.\n\n| operation | method |\n| --- | --- |\n");
        var methods = typeof(ICloudSigmaClient).Assembly.GetExportedTypes()
            .SelectMany(static t => t.GetMethods())
            .SelectMany(static m => m.GetCustomAttributes<ApiOperationAttribute>().Select(a => (a.Id, Method: $"`{Room(m.DeclaringType!)}{m.Name}`")))
            .GroupBy(static p => p.Id, static p => p.Method)
            .OrderBy(static g => g.Key, StringComparer.Ordinal);
        foreach (var group in methods) page.Append(null, $"| {group.Key} | {string.Join(", ", group.Distinct().Order(StringComparer.Ordinal))} |\n");
        var file = Path.Combine(RepositoryRoot.Find(), "docs", "coverage.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(file, page.ToString());

        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), page.ToString());
    }

    /// <summary>The property of the root client, or the class that stands for itself.</summary>
    private static string Room(Type client) => client == typeof(ICloudSigmaClient) ? "" : client.IsInterface ? client.Name[1..^"Client".Length] + "." : client.Name + ".";
}
