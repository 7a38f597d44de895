// Writes objects and lists as JSON, members in the order of the alphabet.
using System.Text.Json;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

internal static class DocumentRenderer
{
    public static ApiResponse Single(
        RequestContext request, ResourceDefinition resource, Document document, int status = 200, IReadOnlyList<FieldDefinition>? fields = null) =>
        ApiResponse.Json(status, writer => Write(writer, new DocumentView(document, request.Caller, resource), fields ?? resource.Shown));

    /// <summary>The form of answers that create or clone: the objects without meta.</summary>
    public static ApiResponse Wrapped(RequestContext request, ResourceDefinition resource, IEnumerable<Document> documents, int status) =>
        ApiResponse.Json(status, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("objects");
            foreach (var document in documents)
                Write(writer, new DocumentView(document, request.Caller, resource), resource.Shown);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    public static ApiResponse List(RequestContext request, ResourceDefinition resource, IEnumerable<Document> documents, ListQuery query) =>
        ApiResponse.Json(200, writer =>
        {
            // The count of all matches stands before the objects, so the matches are gathered first.
            var matches = new List<DocumentView>();
            foreach (var document in documents)
            {
                var view = new DocumentView(document, request.Caller, resource);
                if (query.Matches(view)) matches.Add(view);
            }

            writer.WriteStartObject();
            writer.WriteStartObject("meta");
            writer.WriteNumber("limit", query.Limit);
            writer.WriteNumber("offset", query.Offset);
            writer.WriteNumber("total_count", matches.Count);
            writer.WriteEndObject();
            writer.WriteStartArray("objects");
            var page = matches.Skip(query.Offset);
            foreach (var view in query.Limit == 0 ? page : page.Take(query.Limit)) Write(writer, view, query.Fields, query.UriAsObject);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, DocumentView view, IReadOnlyList<FieldDefinition> fields, bool uriAsObject = false)
    {
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Name);
            if (uriAsObject && field.Name == "resource_uri") view.Document.Reference().WriteTo(writer);
            else if (view.Value(field) is { } value) value.WriteTo(writer);
            else writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }
}
