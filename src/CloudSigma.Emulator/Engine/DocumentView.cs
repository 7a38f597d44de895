// An object as one caller sees it at one moment; computed members are made from this.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Engine;

/// <param name="Document">The stored object.</param>
/// <param name="Caller">The part of the cloud that belongs to the caller.</param>
/// <param name="Resource">The resource through which the caller looks; a library drive can be seen through two of them.</param>
internal readonly record struct DocumentView(Document Document, AccountPartition Caller, ResourceDefinition Resource)
{
    public JsonNode? Stored(FieldDefinition field) =>
        Document.Data.TryGetPropertyValue(field.Name, out var value) ? value : field.FirstValue();

    public JsonNode? Value(FieldDefinition field) => field.Show is null ? Stored(field) : field.Show(this);

    public JsonNode? Value(string member) => Resource.Field(member) is { } field ? Value(field) : null;
}
