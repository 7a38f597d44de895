// Drives as the detailed list gives them, about 1.2 KB each, every one with ids of its own.
using System.Globalization;
using System.Text;

namespace CloudSigma.Sdk.Benchmarks.Documents;

internal static class DriveDocuments
{
    /// <summary>The answer to one request for a part of a list.</summary>
    public static string Page(int offset, int count, int limit, int total)
    {
        var json = new StringBuilder();
        json.Append(CultureInfo.InvariantCulture, $$"""{"meta":{"limit":{{limit}},"offset":{{offset}},"total_count":{{total}}},"objects":[""");
        for (var i = offset; i < offset + count; i++)
        {
            if (i > offset) json.Append(',');
            json.Append(One(i));
        }

        return json.Append("]}").ToString();
    }

    public static string One(int number)
    {
        var uuid = Id("d0000000", number);
        return $$"""
            {"affinities":[],"allow_multimount":false,"backup_scheduler":null,"grantees":[],"iops":null,"jobs":[],"licenses":[],"media":"disk","meta":{"description":"data of the shop","backup":"daily"},
            "mounted_on":[{{Reference("servers", Id("50000000", number))}}],"name":"data-{{number.ToString(CultureInfo.InvariantCulture)}}",
            "owner":{{Reference("user", "c2fc9982-cf2e-434a-bf63-e22a27b39f00")}},"permissions":[],"remote_snapshots":[],"resource_uri":"/api/2.0/drives/{{uuid}}/",
            "runtime":{"is_downloadable":true,"is_ephemeral":false,"is_snapshotable":true,"snapshots_allocated_size":1073741824,"storage_type":"dssd"},"size":21474836480,
            "snapshots":[{{Reference("snapshots", Id("a0000000", number))}},{{Reference("snapshots", Id("b0000000", number))}}],
            "status":"mounted","storage_type":"dssd","tags":[{{Reference("tags", "956e2ca0-dee3-4b3f-a1be-a6e86f90946f")}}],"uuid":"{{uuid}}"}
            """.ReplaceLineEndings("");
    }

    private static string Id(string prefix, int number) => $"{prefix}-92b5-4633-9f31-{number.ToString("x12", CultureInfo.InvariantCulture)}";

    private static string Reference(string resource, string uuid) => $$"""{"resource_uri":"/api/2.0/{{resource}}/{{uuid}}/","uuid":"{{uuid}}"}""";
}
