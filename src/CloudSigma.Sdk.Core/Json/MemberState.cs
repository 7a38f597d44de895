// The three states of a JSON member.
namespace CloudSigma.Sdk.Core.Json;

internal enum MemberState : byte
{
    Absent = 0,
    Null = 1,
    Value = 2,
}
