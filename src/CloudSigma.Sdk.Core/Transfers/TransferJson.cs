// How the files of transfers are read and written.
using System.Text.Json.Serialization;
using CloudSigma.Sdk.Core.Transfers.Targets;

namespace CloudSigma.Sdk.Core.Transfers;

[JsonSerializable(typeof(PartState))]
internal sealed partial class TransferJson : JsonSerializerContext;
