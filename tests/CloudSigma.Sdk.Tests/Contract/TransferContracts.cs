// Uploads and downloads of images: each is a call of several operations. None has a documented example.
using System.Globalization;
using System.Text;
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.Tests.Contract;

internal static class TransferContracts
{
    private const string Image = "The content of a small disk.";
    private const string Link = "drives-upload-chunk-link";
    private const string LinkPost = "upload-chunk-link-post";
    private const string Init = "initupload-create";

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        Part("upload-raw", AnswerForm.Bytes, (client, _) => UploadAsync(client, "raw image", UploadStrategy.Raw, UploadVerification.Samples)),
        Part("download", AnswerForm.Bytes, (client, _) => UploadAsync(client, "raw image", UploadStrategy.Raw, UploadVerification.Samples)),
        Part(Init, AnswerForm.Objects, (client, _) => UploadAsync(client, "image in chunks", UploadStrategy.ChunkLinks)),
        Part(Link, AnswerForm.Single, (client, _) => UploadAsync(client, "image in chunks", UploadStrategy.ChunkLinks)),
        Part(LinkPost, AnswerForm.Bytes, (client, _) => UploadAsync(client, "image in chunks", UploadStrategy.ChunkLinks)),
        Part("upload-resumable-test", AnswerForm.Bytes, ResumeAsync),
        Part("upload-resumable-chunk", AnswerForm.Bytes, ResumeAsync),
    ];

    private static OperationContract Part(string id, AnswerForm form, Func<ICloudSigmaClient, ContractRequest, Task> call)
    {
        OperationContract contract = new(id, form, id == Init ? SdkJson.Context.Drive : id == Link ? SdkJson.Context.ChunkLinkAnswer : null, (client, request) => OperationContract.NothingAsync(call(client, request)))
        {
            Others = (request, recorded) => OperationOf(request) is var operation && operation == id ? null : Answer(operation, request, id, recorded),
        };
        return contract;
    }

    private static Task<Drive> UploadAsync(ICloudSigmaClient client, string name, UploadStrategy strategy, UploadVerification verification = UploadVerification.Length) => client.Drives.UploadAsync(
        Source(), new UploadDriveOptions { Name = name, Media = strategy == UploadStrategy.Raw ? DriveMedia.Disk : DriveMedia.CdRom, Strategy = strategy, Verification = verification });

    private static Task<Drive> ResumeAsync(ICloudSigmaClient client, ContractRequest request) => client.Drives.ResumeUploadAsync(
        new UploadTicket { Drive = request.Uuid, Endpoint = client.Endpoint, Length = Image.Length, ChunkSize = 1 << 20, Strategy = UploadStrategy.Resumable },
        Source(), new UploadDriveOptions { Name = "image of a form" });

    private static UploadSource Source() => UploadSource.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(Image)));

    private static string OperationOf(CapturedRequest request) => request.Path switch
    {
        _ when request.Path.EndsWith("/locations/", StringComparison.Ordinal) => "locations-list",
        _ when request.Path.EndsWith("/initupload/", StringComparison.Ordinal) => Init,
        _ when request.Path.EndsWith("/drives/upload/", StringComparison.Ordinal) => "upload-raw",
        _ when request.Path.EndsWith("/action/", StringComparison.Ordinal) => Link,
        _ when request.Path.Contains("/chunks/", StringComparison.Ordinal) => LinkPost,
        _ when request.Path.EndsWith("/upload/", StringComparison.Ordinal) => request.Method == "GET" ? "upload-resumable-test" : "upload-resumable-chunk",
        _ when request.Path.EndsWith("/download/", StringComparison.Ordinal) || request.Path.StartsWith("/images/", StringComparison.Ordinal) => "download",
        _ => request.Method == "PUT" ? "drives-update" : "drives-get",
    };

    /// <summary>What a cloud says that all goes well with, as raw text.</summary>
    private static string Answer(string operation, CapturedRequest request, string main, HttpExample recorded) => operation switch
    {
        "locations-list" => Json("""{"meta":{"limit":100,"offset":0,"total_count":0},"objects":[]}"""),
        Init => Json($$"""{"objects":[{{Drive(UuidOf(recorded), "uploading")}}]}"""),
        "upload-raw" => $"HTTP/1.1 200 OK\nContent-Type: text/plain\n\n{UuidOf(recorded)}",
        Link => Json($$"""{"link":"{{(main == LinkPost ? recorded.Target : "/api/2.0/drives/x/chunks/0/")}}"}"""),
        "download" => $"HTTP/1.1 206 Partial Content\nContent-Type: application/octet-stream\nContent-Range: bytes 0-{Image.Length - 1}/536870912\n\n{Image}",
        "upload-resumable-test" => "HTTP/1.1 404 Not Found\n\n",
        // Of an upload that goes on, the first look finds a drive that is not complete.
        "drives-get" => Json(Drive(Guid.Parse(request.Path.Split('/')[4], CultureInfo.InvariantCulture), main.StartsWith("upload-resumable", StringComparison.Ordinal) ? "uploading" : "unmounted")),
        "drives-update" => Json(request.Json.GetRawText()),
        _ => Json("{}"),
    };

    /// <summary>The drive of the recording, so that the same addresses come out.</summary>
    private static Guid UuidOf(HttpExample recorded) => recorded.Path.Split('/').Select(static s => Guid.TryParse(s, out var uuid) ? uuid : TestClient.Uuid).FirstOrDefault(static u => u != TestClient.Uuid, TestClient.Uuid);

    private static string Json(string body) => $"HTTP/1.1 200 OK\nContent-Type: application/json\n\n{body}";

    private static string Drive(Guid uuid, string status) => $$"""{"uuid":"{{uuid}}","name":"d","media":"disk","size":536870912,"status":"{{status}}"}""";
}
