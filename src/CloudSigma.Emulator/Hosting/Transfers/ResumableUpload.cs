// drives/{uuid}/upload/: chunks in the manner of resumable.js.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Images;
using CloudSigma.Emulator.Resources.Transfers;
using CloudSigma.Emulator.Store;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CloudSigma.Emulator.Hosting.Transfers;

internal static class ResumableUpload
{
    private const string File = "file";
    private const int BufferSize = 256 * 1024;

    public static async Task<ApiResponse> RunAsync(TransferContext transfer)
    {
        Document? drive = null;
        DriveImage? image = null;
        var members = new ResumableMembers();
        var answer = transfer.Begin(request =>
        {
            if (TransferContext.CheckMethod(request, "GET", "POST") is { } options) return options;
            request.CheckQuery(ResumableMembers.Names);
            foreach (var name in request.Query.Names) members.Set(name, request.Query.Last(name)!);
            drive = DriveDownload.Find(request, transfer.Route.Drive);
            image = UploadedDrive.Open(request, drive);
            if (request.Method == "POST") return null;
            return image.Has(members.Chunk(image, settle: false))
                ? ApiResponse.Empty()
                : throw ApiException.NotFound($"The chunk {members.Number} is not uploaded yet");
        });
        if (answer is not null) return answer;
        try
        {
            return await ReceiveAsync(transfer, drive!, image!, members).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is InvalidDataException || (problem is IOException && transfer.IsWhole))
        {
            return transfer.End(_ => throw ApiException.Validation($"The body is not valid multipart/form-data: {problem.Message}", null));
        }
    }

    private static async Task<ApiResponse> ReceiveAsync(TransferContext transfer, Document drive, DriveImage image, ResumableMembers members)
    {
        if (Boundary(transfer.Request.ContentType) is not { } boundary)
            return transfer.End(static _ => throw ApiException.Validation("The body has to be multipart/form-data", null));
        var reader = new MultipartReader(boundary, transfer.Body, BufferSize);
        while (await reader.ReadNextSectionAsync(transfer.Aborted).ConfigureAwait(false) is { } section)
        {
            var name = section.GetContentDispositionHeader()?.Name.ToString().Trim('"') ?? "";
            if (name != File)
            {
                members.Set(name, await section.ReadAsStringAsync(transfer.Aborted).ConfigureAwait(false));
                continue;
            }

            var number = 0L;
            var answer = transfer.Continue(_ =>
            {
                number = members.Chunk(image, settle: true);
                return image.Has(number) ? UploadedDrive.AlreadyThere(members.Number) : null;
            });
            if (answer is not null) return answer;
            using var writer = image.Write(number);
            if (!await BodyCopy.CopyAsync(section.Body, writer, transfer.Aborted).ConfigureAwait(false))
                return transfer.End(_ => throw BodyCopy.WrongLength(writer.Expected, File));
            // A chunk counts when the whole body is there.
            while (await reader.ReadNextSectionAsync(transfer.Aborted).ConfigureAwait(false) is not null) continue;
            return transfer.End(_ => ChunkUpload.Store(drive, image, number, members.Number, writer));
        }

        return transfer.End(static _ => throw ApiException.Validation(ValueReader.RequiredMessage, File));
    }

    private static string? Boundary(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).ToString() is { Length: > 0 } boundary
            ? boundary
            : null;
}
