// One row of the table of documented operations.
using System.Text.RegularExpressions;

namespace CloudSigma.Sdk.TestKit.Http;

/// <summary>A documented operation: id, method, path template (with its <c>?do=</c>), and the names of its examples.</summary>
public sealed record DocumentedOperation(string Id, string Method, string Template, IReadOnlyList<string> Examples)
{
    /// <summary>Reads a table of tab-separated columns; the first line names them.</summary>
    public static IReadOnlyList<DocumentedOperation> ReadTable(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string[]? columns = null;
        var operations = new List<DocumentedOperation>();
        foreach (var line in lines)
        {
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                continue;
            }

            string Cell(string column) => Array.IndexOf(columns, column) is var i and >= 0 && i < cells.Length ? cells[i].Trim() : "";
            operations.Add(new DocumentedOperation(
                Cell("id"), Cell("method"), Cell("path"), Cell("documented_examples").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        }

        return operations;
    }

    /// <summary>Whether a request is one of this operation: same method, path, and action.</summary>
    public bool Matches(HttpExample request, string root)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(root);
        if (request.Method != Method || !request.Path.StartsWith(root, StringComparison.Ordinal)) return false;
        var path = Template.Split('?', 2)[0];
        var pattern = "^" + Regex.Replace(Regex.Escape(path).Replace(@"\{uuid}", "[0-9A-Fa-f-]{36}", StringComparison.Ordinal), @"\\\{[^/}]*}", "[^/]+") + "$";
        return Regex.IsMatch("/" + request.Path[root.Length..].TrimStart('/'), pattern)
            && HttpExample.ParseQuery(Template).All(p => request.Query.Contains(p));
    }
}
