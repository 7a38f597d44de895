// The action upload_chunk, which gives a secret link for one chunk.
using System.Globalization;
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Resources.Transfers;

internal static class ChunkLink
{
    private const string Number = "chunk_number";
    private const string Size = "chunk_size";

    // There is no entry in the audit log: a large image would push everything else out of it.
    public static ActionDefinition Action { get; } = new("upload_chunk", Run) { Members = [Number, Size], Audited = false };

    private static ApiResponse Run(RequestContext request, Document drive, JsonObject body)
    {
        var image = UploadedDrive.Open(request, drive);
        var number = UploadedDrive.CheckedChunk(image, Whole(body, Number), Whole(body, Size), first: 0, (Number, Size));
        if (image.Has(number)) return UploadedDrive.AlreadyThere(number);
        var link = string.Create(
            CultureInfo.InvariantCulture, $"{drive.Uri}chunks/{number}/?{TransferLinks.Parameter}={request.State.Links.Add(drive, number)}");
        return ApiResponse.Json(200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("link", link);
            writer.WriteEndObject();
        });
    }

    private static long Whole(JsonObject body, string member) =>
        body[member] is null ? throw ApiException.Validation(ValueReader.RequiredMessage, member)
        : body[member] is JsonValue value && value.TryGetValue(out long number) ? number
        : throw ApiException.Validation("Not a whole number", member);
}
