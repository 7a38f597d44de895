// /initupload/: makes drives whose content comes in chunks.
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Drives;

namespace CloudSigma.Emulator.Resources.Transfers;

internal static class InitUploadResource
{
    public static ResourceDefinition Create() => new("initupload", [])
    {
        ListMethods = ["POST"],
        ObjectMethods = [],
        HasSchema = false,
        Post = Start,
    };

    private static ApiResponse Start(RequestContext request)
    {
        request.CheckQuery(AvoidParameter.Name);
        var drives = BodyReader.Many(request.Body).Select(body => UploadedDrive.Create(request, body)).ToArray();
        var answer = DocumentRenderer.Wrapped(request, request.Resource(DrivesResource.Name), drives, 201);
        answer.Headers["Location"] = drives[0].Uri;
        return answer;
    }
}
