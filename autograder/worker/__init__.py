"""The student's side of the seam: runs a submission's cells and answers the checks' requests.

Everything here is imported inside the sandbox, next to untrusted code. It knows no expected values and
holds no verdict; what it answers is the student's word, and the checks treat it as such.
"""
