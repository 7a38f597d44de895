// How tickets are written.
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk;

[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(UploadTicket))]
internal sealed partial class TicketJson : JsonSerializerContext;
